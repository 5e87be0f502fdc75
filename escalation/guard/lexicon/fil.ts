import type { Lexicon } from '../lexicon.ts';

/** Filipino with the spellings of chat and the English mixed into it. */
export const FIL: Lexicon = {
  lang: 'fil',
  script: /[a-z]/,
  writing: 'words',
  native: {
    words: {
      i: 'ako|aq|q|ko|aqo|akoy|ku|kami|akong|kong|akoh',
      want: 'gusto|gsto|nais|balak|plano|iniisip|naiisip|naisip|sana|gustong|gus2|handa|tangka|tinangka|subukan|sinubukan|nagtangka',
      not: 'hindi|di|d|hnd|hndi|hinde|ayaw|ayoko|wala|walang|ndi|dina|dna|hindi na|di na|ayw|dko|diko',
      he: 'boss|bos|amo|siya|sya|sha|nya|niya|sila|nila|manager|supervisor|asawa|boyfriend|bf|senpai|leader|kasama|kasamahan|lalaki|tao|may ari|hapon|shacho|foreman|jowa|katrabaho|mister|may-ari|roommate|landlord',
      bit: 'ko|kong|q|ku|na|n|nang|ng|lang|lng|nalang|nlng|po|ako|aq|siya|talaga|tlga|rin|din|sana',
      limb: 'daliri|kamay|braso|paa|binti|ulo|buhok|hinlalaki|katawan|damit|dalirii|daliring|kamy|manggas',
      beat: 'sinusuntok|sinasapak|sinasampal|sinisipa|binugbog|binubugbog|bugbog|nabugbog|hinahampas|pinapalo|sinakal|sinasakal|sinasaktan|sinaksak|sasaksakin|inatake|inaatake|pinagsusuntok|pinagtulungan|tinatadyakan|pinagbubugbog|binaril|tinaga|minaltrato|minamaltrato|pinahihirapan',
      blow: 'sinuntok|suntok|sinapak|sinampal|sinipa|hinampas|pinalo|sinaktan|tinadyakan|hinila|sinabunutan|pinukpok|binatukan|sinunggaban',
    },
    self: {
      'wish-to-die': [
        '<want> <bit>? <bit>? <bit>? <bit>? (mamatay|mmatay|mamtay|matay|magpakamatay|sumuko sa buhay)',
        '(mas)? (mabuti|maganda|okay|ok|mainam) (pa|pang|pa kung|siguro)? .. (mamatay|patay|namatay|mawala)',
        'mamatay (na lang|nalang|nlng|na lng|nlang|nako|na ko|na ako) (ako|aq|sana|ko|akong)?',
        '(sana|dapat) (ay|ako|ako nalang|pala)? .. (namatay|patay|mamatay|hindi (na)? (ako)? (ipinanganak|isinilang)|di nalang ako ipinanganak)',
        '(mas)? (masaya|maayos|magaan|gagaan|giginhawa) .. (kung|kapag|pag) (wala|mawala|nawala|mamatay) (na|ako|nako)',
        '(gusto) .. (to die|die na|die nalang|die na lang)',
        'wala (na|ng|nang) (akong|ako|q)? .. (silbi|kwenta|pag asa) .. (sa mundo|mabuhay|buhay|sa buhay)',
        '(ako|aq) .. (mamamatay|papatayin ko sarili) (ngayong gabi|mamaya|ngayon)',
      ],
      'no-wish-to-live': [
        '(ayaw|ayoko|ayko|ayw|di ko gusto|hindi ko gusto|di ko na gusto|hindi ko na gusto|ayokong|ayaw kong|ayaw ko) (ko|q|na|nang|ng|kong)? (na|nang|ng|pang|pa)? (mabuhay|mbuhay|mabuhay pa|buhay)',
        '(pagod|sawa|suko) (na|nako|na ko) (akong|ako|aq|ko)? (na|ng)? (mabuhay|sa buhay|sa mundo|buhay ko)',
        'wala (na|nang|ng|na ng|namang) .. (dahilan|rason|saysay|kwenta|silbi|kabuluhan|halaga|pag asa) .. (mabuhay|buhay|para mabuhay)',
        '(para saan|ano) pa .. (buhay|mabuhay)',
        'buhay (ko|na to|ko na to)? .. (walang|wala ng|wala nang) (kwenta|silbi|saysay|halaga|kabuluhan)',
        '(di|hindi) (ko|q)? (na)? (kaya|kayang|kaya pang) (na|pa|ko|nang|ng)? (mabuhay|ituloy ang buhay)',
      ],
      'not-wake-up': [
        '(sana|gusto|wish) .. (hindi|di|dna|dina|wag|huwag|hnd) .. (magising|gumising|magigising|mgising)',
        '(matulog|tulog) .. (habang buhay|habambuhay|hindi na magising|wag na magising|di na magising|forever|panghabambuhay)',
        '(ayaw ko|ayoko|ayokong|ayaw kong) (na|nang|ng)? (magising|gumising) (pa|bukas)?',
      ],
      suicide: [
        '(magpakamatay|magpapakamatay|mgpakamatay|nagpakamatay|magpapakamatay|mgpapakamatay|nagpapakamatay|pakamatay|magbibigti|magbigti|nagbigti|magbibigte|mgbibigti)',
        '(patayin|papatayin|pinapatay) .. (sarili|srili)',
        '(tapusin|tatapusin|tapusn|wakasan|wawakasan|kitilin|kikitilin|tapos|matapos) .. (buhay|ang lahat|lahat ng to|lahat na)',
        '(suicide|suicidal|mag suicide|magsuicide|nagsuicide|magsusuicide|kill myself|kms)$',
        '(mag|nag|iniisip|naiisip|gusto|balak|plano) .. (suicide|suicidal)',
        '(tatalon|tumalon|talon|tatalun|tumalun|magpasagasa|magpapasagasa) (siya|sya|na|nalang|ako|nako|na lang|na ako)? .. (building|tulay|bubong|bintana|tren|riles|rooftop|gusali|palapag|balkonahe|mula|sa)',
        '(sulat|liham|mensahe) .. (pamamaalam|paalam|huling)',
        '(huling|last) .. (mensahe|message|gabi) ko',
      ],
      'self-harm': [
        '(naglaslas|maglaslas|nilaslas|maglalaslas|naglalaslas|laslas|nglaslas|lalaslasin|hiniwa ko|hinihiwa ko|sinugatan ko) (ako|ko|kamay|pulso|na|sarili|braso)?',
        '(sinasaktan|saktan|sasaktan|sinaktan) ko .. (sarili|srili)',
      ],
      overdose: [
        '(uminom|ininom|nainom|iinom|lumunok|nilunok|inumin|iinumin|uminum) (ako|ko|q|na|siya|sya|niya)? .. (maraming|madaming|lahat|isang bote|sobrang|sobra|buong|madami|marami|dami) .. (gamot|pampatulog|pills|tableta|sleeping)',
        '(uminom|ininom|nainom|iinom|lumunok|nilunok) .. (gamot|pampatulog|pills) .. (lahat|marami|madami|sobra|ubos)',
        '(uminom|ininom|iinom) .. (lason|zonrox|bleach|pesticide|muriatic|panlaba|chlorine)',
        '(overdose|na overdose|nag overdose|naoverdose)',
      ],
      disappear: [
        '<want> .. (mawala|maglaho) (na|nalang|na lang)? (sa mundo|sa mundong|na lang|nalang|na sa|habang buhay|ng tuluyan|nang tuluyan|$)',
        'paalam (na)? (sa)? (inyong lahat|mundo|sa lahat|na sa inyo)',
      ],
    },
    violenceIfNow: {
      blow: [
        '<blow> (po|na naman|nanaman|na)? (ako|aq|kami|siya|sya|niya|nya|nila|kaming|akong)',
        '(hinipuan|hinihipuan|hinahawakan .. (dibdib|maselan|katawan))',
        '(binantaan|pinagbantaan|tinatakot|nagbabanta|pinagbabantaan) (ako|niya|nya|kami)',
      ],
    },
    violence: {
      attacked: [
        '<beat> (po|na naman|nanaman|na)? (ako|aq|kami|siya|sya|niya|nya|nila|ang|yung|kaming|ulo|mukha|ko|akong|si|kasama)',
        '<beat> .. (tulong|ngayon|araw araw|boss|amo|kutsilyo|bakal|tubo|martilyo)',
        '(binubugbog|sinasaktan|sinasakal|sinusuntok|minamaltrato|inaatake)',
        '(pinapalo|hinahampas|sinisipa) .. (ako|kami|nila|niya|nya)',
        '(nananakit|nanakit|nanuntok|nanununtok|nambubugbog|nananampal) (po)? (siya|sya|ang|si|yung|na naman|na|sa amin|sa akin|sila|boss|amo)',
        '(hawak|pinulupot|pinisil|hinawakan) .. leeg',
      ],
      threatened: [
        '(papatayin|patayin|papatyin|pinapatay|sasaksakin|babarilin|tatagain|bubugbugin|sasaktan|susunugin) (daw|raw|po|na)? (ako|aq|niya|nya|nila|kami|siya|sya|kaming|yung|pamilya)',
        '(binantaan|pinagbantaan|tinakot|nagbabanta|nagbanta|tinatakot|pinagbabantaan|bantang|banta) .. (papatayin|patayin|kutsilyo|baril|saktan|sasaktan|saksakin|buhay|ako)',
        '(may|hawak|dala|tinutukan|tinutok|tutok|nilabas|naglabas|bitbit|itak) .. (kutsilyo|kutsilyong|patalim|baril|itak|balisong|gulok) (sa|ako|siya|sya|niya|nya|papatayin|sa labas|tulong|papunta)?',
        '(tinutukan|tinutok) .. (ako|niya|nya|kami)',
        '(pinapasok|pumasok|nanloloob|sinisira|pilit pumasok|pwersahang pumasok|winasak) .. (pinto|bahay|kwarto|dorm|magnanakaw|armado)',
        '(hinahabol|sinusundan|hinabol) .. (ako|kami|niya|nya|lalaki)',
      ],
      raped: [
        '(gahasain|ginahasa|gagahasain|rape|nirape|na rape|narape|rerapin|irape|minolestya|molestya|pinagsamantalahan|pagsamantalahan|hinalay|halayin|pinilit .. (makipag|maghubad|hubad|sex)|kinidnap|dinukot)',
      ],
      locked: [
        '(kinulong|ikinulong|nakakulong|kinukulong|nilock|ni lock|kinandado|kinandaduhan|ikinandado|nakakandado|nilolock|kinadena|tinali|itinali|ginapos|nakagapos|nakatali) .. (ako|kami|nila|niya|nya|kwarto|kuwarto|labas|dorm|bahay|di|hindi)',
        '(hindi|di|ayaw|bawal|d) .. (makalabas|palabasin|pinapalabas|palalabasin|pinalalabas|mklabas|pinapayagang lumabas) .. (kwarto|kuwarto|dorm|bahay|nakakandado|nakalock)',
      ],
    },
    accident: {
      'part-lost': [
        '(naputol|naputulan|putol|natanggal|natapyas|nahiwa|nadurog|durog|napisak|pisak|nawalan|nagkalasog|naputol na|natagpas|naputul) .. (<limb>)',
        '(<limb>) .. (naputol|putol|natanggal|durog|nadurog|napisak|naputulan|nawala|natapyas)',
        '(makina|lagari|blade|press) .. (naputol|pinutol|kinain|hinigop|dumurog) .. (<limb>)',
      ],
      caught: [
        '(naipit|naiipit|nakaipit|nasabit|nahigop|nahila|nakain|pumasok|na stuck|nastuck|naipet|ipit|naiipet|nadaganan|napasok|kinain) .. (<limb>|makina|forklift|ako|siya|sya)',
        '(<limb>) .. (naipit|nakaipit|nasabit|nahigop|nastuck|na stuck|stuck|ipit|nadaganan|pumasok) .. (makina|press|machine|conveyor|roller|pinto|tulong|$)?',
        '(nabagsakan|nadaganan|nasagasaan|nabangga|nasagi|natabunan|nabundol|tinamaan|nagulungan|nalibing|natumbahan|nabagsakn) (ng|ako ng|siya ng|sya ng|ang|po|si|yung|kami|kasama|na|ako|siya|sya)',
        '(forklift|truck|crane|kotse|backhoe|bus) .. (nabangga|nasagasaan|bumagsak|tumaob|bumangga|nakasagasa|sinagasaan)',
      ],
      fell: [
        '(nahulog|nalaglag|nahulug|bumagsak|nadulas|nlaglag|nhulog) .. (mula|sa|galing|galeng) .. (bubong|scaffolding|hagdan|hagdanan|building|taas|mataas|truck|palapag|plataporma|plantsa|crane|bintana|puno|andamyo|kisame|poste|floor|hukay|metro)',
        '(nahulog|nalaglag|bumagsak) .. (<not> (gumagalaw|makagalaw|magising|humihinga)|walang malay|duguan)',
        '(gumuho|bumigay|bumagsak|gumuguho|nagiba) (na)? (ang|yung)? .. (scaffolding|pader|bubong|kisame|building|andamyo|crane|lupa|plantsa)',
        '<not> .. (maigalaw|makagalaw|maramdaman|magalaw) .. (paa|kamay|binti|katawan|ko)',
      ],
      bleeding: [
        '(dugo|dumudugo|nagdurugo|dugoo|dinudugo|duguan) .. (daming|madami|marami|malakas|<not> (tumitigil|tumigil|maampat|mapigil|humihinto|huminto)|tumutulo|sobra|grabe|tuloy|sa ulo|ayaw)',
        '(daming|madaming|maraming|ang dami ng|puro|puno ng|sumusuka ng|nagsusuka ng|umuubo ng|sobrang daming|maraming lumalabas na|lumalabas na) (na)? dugo',
        '(ayaw|hindi|di) .. (tumigil|tumitigil|maampat|huminto) .. dugo',
      ],
      unconscious: [
        '(nawalan (na)? (ng|siya ng|sya ng|ako ng) malay|walang malay|hinimatay|nahimatay|hinihimatay|himatay|nawalan ng ulirat|unconscious|nag collapse|nagcollapse|nacollapse|bumulagta|inatake sa puso|atake sa puso|na stroke|nastroke|inistroke|nag aagaw buhay|naghihingalo|nakahandusay|tumumba)',
        '<not> (na)? (siya|sya|po)? (gumagalaw|nagigising|magising|sumasagot|gumigising|kumikibo|humihinga|nagrerespond|tumutugon|makausap)',
        '(walang|wala ng|wala nang) (pulso|tibok|response|reaksyon|malay)',
      ],
      breathing: [
        '<not> .. (makahinga|humihinga|mkahinga|nakakahinga|makahnga|humhinga)',
        '(hirap|nahihirapan|hinihingal|nahihirapang|kinakapos) .. (huminga|hininga|paghinga|makahinga)',
        '(sakit|masakit|naninikip|paninikip|sumisikip|kumikirot) .. (dibdib|puso)',
        '(nasasamid|nabulunan|nabilaukan|nalunod|nalulunod|nasasakal|nasusuffocate)',
      ],
      electrocuted: [
        '(nakuryente|nakoryente|nakuryentihan|na kuryente|kinuryente|nakuriente|na ground|nagrounded|na electric shock)',
      ],
      fire: [
        '(may|may malaking) (sunog|apoy)',
        '(sunog|nasusunog|nasunog|nagliliyab|umuusok|sumabog) (na)? (ang|yung|sa|po|dito|ung)? .. (pabrika|dorm|bahay|kwarto|factory|building|kusina|warehouse|bodega|makina|gusali|dormitoryo|damit|opisina)',
        '(pabrika|dorm|bahay|kwarto|factory|building|kusina|bodega|makina|damit) .. (nasusunog|sunog|sumabog|nagliliyab|umaapoy)',
        '^ sunog (sunog|tulong|po)?$',
        '(sumabog|sumasabog|pagsabog|gas leak|tagas ng gas|sumingaw .. gas|tumatagas .. gas)',
      ],
      burned: [
        '(nasunog|napaso|nabanlian|nalapnos|natapunan|nasabuyan|nabuhusan|napaltos|nalapnusan|natalsikan) .. (<limb>|mukha|balat|mainit|kumukulo|mantika|langis|acid|asido|tubig|kemikal|mata|likod)',
        '(lapnos|paso) .. (malala|grabe|buong|mukha)|(malala|grabe) .. (paso|sunog ng balat|lapnos)',
        '(kemikal|acid|asido|chemical|chlorine) .. (mata|mukha|balat)',
      ],
      birth: [
        '(panubigan|bag of water) .. (pumutok|putok|nabasag)|(pumutok|putok|nabasag) .. (panubigan|tubig ko|bag of water|water bag)',
        '(manganganak|manganak|nanganganak|mangaanak|lalabas) (na|nako|na ako|na siya|na sya) (ako|siya|sya|ngayon|tulong|ang baby|asawa|kasama|yata)?$',
        '(humihilab|naglelabor|nag lelabor|labor|contractions)',
        '(buntis|pagbubuntis) .. (dinudugo|dumudugo|dugo|nakunan)|nakunan|nakukunan',
        '(baby|bata) .. lalabas na',
      ],
      seizure: [
        '(nangingisay|kinukumbulsyon|kumbulsyon|nangisay|seizure|nagseizure|epilepsy|nangingig .. (walang malay|bula)|bumubula .. bibig|bula .. bibig|tumirik .. mata)',
        '(namanhid|naparalisa|ngiwi|nakangiwi) .. (mukha|kalahati|katawan|bibig)',
      ],
      gas: [
        '(nalanghap|nakalanghap|nalanghp|naka langhap|nalason|nasinghot) .. (gas|usok|kemikal|fumes|chemical|pagkain|thinner)',
        '(heatstroke|heat stroke|na heatstroke|naheatstroke) .. ',
        '(mamamatay|mamatay) na (siya|sya|ata|yata|ako) .. (tulong|dugo|saklolo|bilis)',
      ],
    },
    farewell: [
      '(paalam|patawad|sorry sa lahat|salamat sa lahat|pagod na ako|pagod nako|ayoko na|ayaw ko na|hindi ko na kaya|di ko na kaya|suko na ako|bye na)',
    ],
    harmless: [
      '(patay na patay|patay gutom|patay malisya|mamatay matay|patay sindi|patay tayo|patay tayo diyan|patay ka|buhay na buhay)',
      '(patay|namatay|namamatay|patayin|mamatay|pinatay|papatayin) (na|ko|niya|nya|muna)? (ang|ng|ung|yung|ko|na|sa)? (cellphone|phone|cp|ilaw|kuryente|baterya|battery|aircon|wifi|internet|computer|makina|notification|tv|alarm|laptop|ref|gas|motor|signal|ipis|lamok|ingay)',
      '^ patay (nakalimutan|naiwan|late|na)',
      '(pagod|gutom|antok|uhaw|init|lamig|tawa|kakatawa|hiya|inip|kaba|selos|kilig|takot|puyat|boring|bored|busog|sarap|saya|gulat|inggit|inis) .. (mamatay|mamamatay|patay|ikamatay|himatay|nakakamatay)',
      '(mamatay|mamamatay|patay|nakakamatay|himatayin|mahihimatay|ikamamatay|namamatay) (na)? (ata|yata|ako|ko|kami|nako)? (ako|ko)? (sa|ng) (tawa|gutom|antok|pagod|init|lamig|uhaw|hiya|kaba|kilig|ganda|selos|inip|boredom|kakatawa|trabaho|ot|takot|saya|gulat|excitement|stress)',
      '(hindi|di) (naman|po|ko naman)? (ko|ako|q)? (naman)? (gusto|gustong|balak|iniisip|plano|nais|nag iisip|intensyon) (kong|na|ko|ng|nang)? (mamatay|magpakamatay|mawala|mag suicide|magsuicide)',
      '(ayoko|ayaw ko|ayaw|ayokong) (pang|pa|na|munang|pa ng|kong|naman)? (mamatay|magpakamatay)',
      '(namatay|patay na|yumao) (po|na)? (ang|yung|si)? (lolo|lola|tatay|nanay|tito|tita|kapatid|aso|pusa|kamag anak|ama|ina|kapitbahay|pinsan)',
      'sunog na (ang|yung)? (kanin|ulam|niluto|sinaing|balat ko sa araw)|(sunog baga|sunog kilay|sunog sa araw)',
      '(gusto|gustong) .. mabuhay (sa|ng|nang)',
      '(fire drill|drill|pamatay sunog|bumbero|fire extinguisher|insurance sa sunog)',
      '(iwas|iwasan|maiwasan|pag iwas|para hindi|para di) .. (mahulog|pagkahulog|sunog|makuryente|maipit|magpakamatay|suicide|aksidente)',
      '(tapos|matapos|patapos|tapusin|tatapusin) (na|ko|na ang|ang|ko ang|ko na ang)? (kontrata|trabaho|shift|lahat ng trabaho|gawain|training)',
      '(muntik|muntikan|kamuntik|muntikang|halos) (na|nang|na akong|nako)? .. (mahulog|maipit|mamatay|masunog|mabagsakan|masagasaan|makuryente|himatayin|maputulan|naputol|nahulog|naipit)',
      '(blood test|dugo test|kuha ng dugo|kuhanan ng dugo|presyon ng dugo|pressure ng dugo|pag donate ng dugo|type ng dugo)',
      '(naputol|putol|naputulan) (na)? (ang|yung|ng|kami ng)? (internet|signal|tawag|linya|kuryente|tubig|buhok|wifi)',
      '(nahulog|nalaglag) .. (cellphone|phone|wallet|susi|loob|pera|card)',
      '(walang|wala namang) (nasaktan|namatay|nasugatan|nahulog)',
    ],
    aside: [
      '(kung sakali|kapag|pag|kpag|sakaling|kung may|kung sinaktan|halimbawa|paano kung|what if|kung may mamatay|kung|tuwing)',
      '(magkano|ilang araw|ilan|sino magbabayad|sino ang magbabayad|insurance|kompensasyon|bayad|parusa|batas|bawal ba|pwede ba|pwd ba|legal ba|ano ang mangyayari|ano mangyayari|ano gagawin|anong gagawin|lisensya|training|leave|iwasan|maiwasan|claim|benefits|karapatan|saan bumibili|saan makakabili|saan nabibili)',
      '(noong|nung|last (week|month|year)|nakaraang|nakaraan|dati|dating|matagal na|isang linggo|taon na ang nakalipas|buwan na ang nakalipas|gumaling na|kahapon pa|years ago|noon)',
      '(pelikula|palabas|teleserye|laro|game|panaginip|napanaginipan|balita|kwento|movie|drama|anime)',
    ],
    now: [
      '(tulong|tulungan|saklolo|help|ngayon|ngayon lang|kanina|kanina lang|bilis|bilisan|dali|emergency|ambulansya|119|110|araw araw|gabi gabi|ngayong gabi|tlong|tulog po|sa labas ng pinto|kagabi)',
    ],
  },
};
