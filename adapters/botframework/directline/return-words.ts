/**
 * 1,024 short English words, 10 bits each: five of them are 50 bits. Latin letters, because every phone can type
 * them and every one of the fifteen readers can copy them. Chosen from the BIP-39 list (MIT, Palatinus, Rusnak,
 * Voisine, Bowe 2013), without words of illness, violence or fear; any two differ by at least two edits, so that
 * one mistyped letter never makes another word of the list. Order is part of no contract: codes are random.
 */
export const RETURN_WORDS: readonly string[] = (
  'able about above absent absorb absurd access across act action actor actual adapt add adjust admit ' +
  'advice affair again age agent agree ahead aim alarm album all allow almost alpha also alter always ' +
  'among amount amused anchor angle animal annual answer any apart appear apple april arch arctic area ' +
  'argue armed armor arrive artist ask aspect asset assist assume attend audit august aunt author auto ' +
  'autumn avoid aware away axis baby bacon badge bag bamboo banana banner barely barrel base basic ' +
  'basket beach bean beauty become beef before begin behave behind below best better beyond bike bird ' +
  'birth black bless blouse blue board boat body bone bonus book boost borrow boss bottom bounce box ' +
  'brand brass brave bread breeze brick bridge brief bright bring bronze broom brown brush bubble buddy ' +
  'budget build bulb bundle bunker burger burst bus buyer buzz cabin cactus cake calm camera canal ' +
  'candy canoe canvas canyon carbon card cargo carpet carry castle casual cat catch caught cause celery ' +
  'cement census cereal chair chalk change cheap check cheese chef cherry chest child choice choose ' +
  'chunk churn circle city civil claim clay clean clerk clever click client cliff climb clinic clip ' +
  'clog close cloth cloud clown club clump clutch coach coast code coffee coin color column comic ' +
  'common copper copy coral cotton couple course cousin cover coyote cradle craft crane crash crater ' +
  'crawl crazy cream credit creek crew crime crisp critic crop crouch crowd cruise crunch cube cup ' +
  'curve custom cycle dance dawn day deal debate decide deer define defy degree delay demand depart ' +
  'depend depth deputy desert design desk detail detect device devote diary dice diesel diet differ ' +
  'dinner direct dish divert divide doctor doll domain donate donkey donor double dragon drama draw ' +
  'dress drill drink drip drive drum duck dune during dust dutch duty dwarf eager eagle early earn ' +
  'earth easily east echo edge effort egg eight either elbow elder elite else embark embody emerge ' +
  'employ empty enable enact end energy engage engine enjoy enlist enough enrich enroll ensure enter ' +
  'entire entry equal equip era erase erupt essay ethics evoke evolve excess excite excuse exit exotic ' +
  'expand expect extend extra eye fabric face faith family famous fan fancy farm feed fence fetch few ' +
  'fiber field figure file filter final find finger finish first fiscal fix flag flame flash flavor ' +
  'flee flight float flock floor flower fluid fly foam focus fog fold follow foot force forest forget ' +
  'fork forum fossil foster fresh friend fringe front frozen fruit fuel funny future gadget galaxy game ' +
  'garage garden garlic gas gather gauge genius genre gentle giant gift giggle girl give glad glance ' +
  'glare glass glide globe glory glow goose gospel gossip govern grab grace great green grid group ' +
  'grunt guard guess guitar gym habit half hammer hand happy harbor health heart heavy hello helmet ' +
  'help hen high hill hint hire hobby hockey hole honey hood horn horse host hotel hour hub huge human ' +
  'humble humor hungry hurdle hurry hybrid idea idle image immune impact impose inch income index ' +
  'indoor infant inform inhale input inside intact into invest invite iron island issue item ivory ' +
  'jacket jaguar jar jazz jeans jelly jewel job joke judge juice jump jungle junior keen key kick kid ' +
  'kite kitten kiwi knee knock know lab label labor ladder lady lamp laptop large latin laugh lava ' +
  'layer leader leaf leave left leg legal legend lemon length lens lesson level life limit lion liquid ' +
  'list little lizard loan local logic loop lounge love lucky lunar lunch luxury lyrics magic magnet ' +
  'mail major mammal manage mango manual maple marble margin marine market master math matrix maze ' +
  'meadow meat medal media melody member memory menu mercy merit mesh method middle milk mimic minor ' +
  'minute mirror miss mixed mobile model modify mom moment month moon more mother motion motor mouse ' +
  'movie much muffin mule museum music mutual myself napkin narrow nation nature neck nephew nerve net ' +
  'never news noble noodle normal north nose notice novel number nurse oak obey object oblige obtain ' +
  'occur ocean odor off offer office often oil okay olive omit once onion online only open opera oppose ' +
  'option orange orbit order organ orient outer output oval owner oxygen oyster ozone paddle pair panda ' +
  'panel paper parade parent park parrot party pass patrol peanut pear pencil people pepper permit ' +
  'person phone photo phrase piano picnic piece pig pigeon pilot pink pipe pitch pizza place planet ' +
  'please pledge pluck plug plunge poem point polar pony potato power praise prefer pretty price profit ' +
  'proud public pull pupil puppy purity push put puzzle quick quit quote rabbit radar radio rain rally ' +
  'ranch random rapid rare raven razor ready recall recipe record reduce reform refuse region regret ' +
  'relax relief rely remain remind remove render renew rent reopen repair repeat report rescue resist ' +
  'result retire return reveal review reward rhythm rib ribbon rich ride rigid ripple ritual rival ' +
  'river road robot robust rocket roof rookie rotate rough round route royal rubber run runway rural ' +
  'safe salad salmon salt salute sample sauce scale scan scene scheme school scout scrap screen script ' +
  'scrub sea search season second seek select sell senior sense series settle setup seven shadow shaft ' +
  'share shed shield shine ship shiver shoe shoot shrimp shrug sign silent silver since siren sister ' +
  'size sketch ski skill skirt slam sleep slice slot slush small smart smile smoke smooth snack snap ' +
  'sniff soccer social sock soda soft solid solve song sorry soup source south space spawn speak speed ' +
  'sphere spike spin spirit split spoil spoon sport spray spread spring spy square stable staff stairs ' +
  'stamp stand state stay steel step stereo stick stone stool story street strike strong style submit ' +
  'subway sudden sugar summer sunset super supply sure survey swarm swear sweet swift swim swing switch ' +
  'symbol syrup system tackle talent talk target taste taxi team tenant tennis text thank that theme ' +
  'theory they thing this three thrive throw ticket tiger tilt timber time tiny tip title today token ' +
  'tomato topic total town track travel true truly truth tunnel twelve twenty type valley video view ' +
  'violin visit voice volume voyage wait walnut wash water wave web wheel wild window wine winter ' +
  'wonder wool word write yellow you young zebra zero zoo'
).split(' ');
