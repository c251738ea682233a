import type { SentimentLexicon } from './types.ts';

export const en: SentimentLexicon = {
  terms: [
    [
      -3.4,
      `
      unaccept* | cross with | cross about | sick to death | pitiful | irritat* | exasperat* | offended |
      offensive | displeased | disgruntled | indignant | resent* | disgust | appal* | awfully | dreadfully |
      miserable | wretched | inferior | substandard | subpar | below par | abomin* | loathsome | contempt* |
      hostile | mean to me | nasty to | liars | bunch of | joke service | bad joke | sick joke |
      never been so | never felt so | worst ever | deplore | despicably | stupidest | idiotic | moronic |
      imbecile* | insufferable | fucking joke | hell no | think its normal | think thats normal |
      you call this | call yourselves | call this a gym | full price for | second rate | third rate |
       fall for this | fell for this | ripped me off | messing with | mess with customers |
      mess with us | mess us around | messed about | messing us about | mucking about |  
       done with this | done with you | rotten | gives a toss | give a toss | gives a monkeys |
      gives a crap | gives a shit | give a shit | give a crap | give two | limits to how | no limits to |
      over the line | crossed the line |  how hard can it be | how difficult can it be |
      amateur* | amateurish | muppets | cowboys | jokers | laughing stock | disgraceful |
      should be ashamed | have you no shame | no shame | zero hygiene | no hygiene | never cleaned |
      unhygienic | unsanitary | health hazard | hazard |   
       bye forever | goodbye forever | wouldnt recommend | would not recommend |
      cant recommend | do not recommend | dont recommend | stay away |  avoid this | regret signing |
      regret joining | regret ever | ruined | spoiled my | worse and worse | getting worse | gone downhill |
      downhill | far too expensive | lack of respect | lack of professionalism | no professionalism |
      i demand | demand a | explain yourselves | an explanation | never … so badly | never … so bad |
      so badly | treated badly | treated so | lost a customer | lost me as | absolute joke | total joke |
      complete joke | sort it out | get it together | my patience | fleapit | slum | for gods sake |
      god s sake | for christs sake | for fucks sake | for once | just fix | shut up | stupid |
      dumb machine | go to hell | piss off | get lost | screw you | screw this | good for nothing |
      making fun of | make fun of | mocking us | mocking me | laughing at us | taking us for | take us for |
      taking me for | half assed | not again | closed again | still closed | again closed |
      cancelled again | double charged | charged twice | charged me twice | overcharg* | unhelpful |
      dismissive | condescend* | patronis* | patroniz* | arrogant | bully* | bullied | neglect* |
      incompetence | negligen* | horrified | sickened | dismal | atrocity | horrid | crappy |
       joke of a | what a joke | an insult | hate it | hate this | beyond belief |
      cant believe | i cant even | no excuse | no excuses | unforgivable |  total mess |
      utter mess | absolute mess | complete mess | third world | deplorab* | despicable | wasted my |
      ruined my | ruins my | ruining my | losing it | lost it | lose my mind | driving me mad |
      driving me crazy | drives me mad | drives me crazy |  do your job | do your jobs |
      useless machine | waste money | wasting money | speak to a manager | speak to the manager |
      talk to the manager |  so mad | mad at | im mad | i am mad | im raging | so done with | last time i fall | cant stand | cant take | cockroach* | roach* |  bed bugs |
      bedbugs | revolting | enough is enough | had enough of | paying for nothing | pay for nothing |
      nothing in return | appalled | theft | stole | stolen | stealing | steal | detest* | despise* |
      loathe* | beyond a joke | dump | hellhole | shithole | con artists | conned |  cheated |
      cheating |  crooks | crook |  daylight robbery | deceptive | deceiv* | misleading |
      harass* | sexist | racist | discriminat* | creep* | groped |  trading standards | one star |
      zero stars | bad review | inexcusable | irresponsible | clowns | clown | lazy | hopeless |
      helpless staff | aggravat* | irate |  fuming |  rage |  at my wits end |
      last straw | final straw | losing my patience | lost my patience | run out of patience |
      out of patience | stop ignoring | ignore us | ignored me | ignored us | ignoring | being ignored |
      treat you like | treat people like | treat us like | treated me like | not ok | not okay | wtf |
      insulting | insulted | humiliat* | mortified | repuls* | repugnant |   sickening |
      cesspit | pigsty | unacept* | inaccept* | outrag* | disgust* | disgrac* | appalling* | furious |
      angry | livid | pissed off | pissed | pisses me off | piss me off | pissing me off | sick of |
      sick and tired | fed up | had enough | had it with | kidding me | joking me | taking the piss |
      shame on you | ashamed | shameful | scam* | rip off | ripoff | ripped off | ripping | thief |
      thieves | robbery | fraud* | refund me | want a refund | money back | thanks for nothing | useless |
      incompetent | worst | hate | never again | never coming back | not coming back | wont come back |
      lied | liar* | lies to | lying to | rude | insult* | disrespect* | no respect | horrible | horrend* |
      horrific | atrocious | vile | pathetic | a joke | idiot* | ridiculous* | unbearable | intolerable |
      dont care | doesnt care | nobody cares | no one cares | dont give a | couldnt care less |
      take legal action | sue you | complaint | abysmal | diabolical | sucks | sucked | suck | scandal* |
      infuriat* | enraged | outraged | aggressive* | yelled at | shouted at | treated like
      `,
    ],
    [
      -3,
      `
      terrible | letdown | a letdown | let down badly | never work | machines never | nothing works |
      everything is broken | everything broken | nobody cares | nobody listens | no one listens |
      nobody helps | no one helped | nobody helped | nobody told me | nobody told us | broken into |
      never answer | never answers | never reply | never replies | never clean* | dangerously |
      such a pain |  unbelievable |  shocked | pathetically | dire | woeful | laughable |
      naff | tacky | hideous | ghastly |  bogus | cursed | awful | rubbish | garbage | trash | crap |
      crappy | filthy | gross | nasty | dreadful | stinks | stink | stinking | reeks | dangerous | unsafe |
      waste of | wasting my time | nobody does anything | no one does anything | nothing changes |
      nothing changed | nothing has changed | nothing gets done | nothing is done | nothing happens |
      never works | never fixed | still not fixed | not fixed | not acceptable | not good enough |
      so disappoint* | very disappoint* | really disappoint* | nightmare | disaster | shambles | shambolic |
      lousy | unprofessional | never a spot | not happy | unhappy | horror | the hell 
      `,
    ],
    [
      -2.2,
      `
      disappoint* | annoy* | frustrat* | upset | dissatisf* | unsatisf* | dirty | bad | poor | poorly |
      badly run | unfair | unfriendly | tired of | worried | sad | nobody answers | no one answers |
      nobody replies | no answer | without notice | without warning | still broken | always broken |
      broken again | again broken | always full | want to cancel | going to cancel |
      cancelling my membership | leaving this gym | going elsewhere | go elsewhere | overpriced |
      too expensive | not great | isnt great | not clean | arent clean | cant train | impossible to |
      regret* | mediocre | wait* forever | a mess | messy | absurd | unreliable
      `,
    ],
    [
      -1.5,
      `
      broken | broke | out of order | doesnt work | dont work | not working | isnt working | wont work |
      faulty | damaged | cold | freezing | too hot | too cold | too crowded | crowded | packed | too busy |
      noisy | too loud | noise | shame | pity | meh | problem* | issue* | leak* | clogged | blocked |
      smell* | dusty | mould* | mold* | slippery | slips | late | delay* | queue | too long |
      expected better | could be better | not enough | too small | too short | lacking | missing | worn |
      old | stuck | complain* | ac never | kinda bad | let down | underwhelm*
      `,
    ],
    [
      -0.8,
      `
      cancel my membership | expensive | slow | confusing | difficult | lost | third time | nnn times |
      three times | twice now | nnnrd time | for a week | for weeks | for months | cancelled
      `,
    ],
    [
      0,
      `
      stupid question | trash can | trash bin | dumb question | worst case | cheat day | cheat meal | hell week | id like | would like | like to | looks like | look like | feels like | feel like | like a |
      like that | sick leave | call in sick | hard core | great deal of | good evening | good morning |
      good afternoon | good night | best time | better time | is it good
      `,
    ],
    [
      0.8,
      `
      thanks | thank you | thx | ty | cheers | cool | fine | ok great | nice one | alright | useful |
      helpful | kind | clean | quiet | better | cheap | no problem | no worries | no issue* | sure |
      interesting
      `,
    ],
    [
      1.6,
      `
      good | nice | like | enjoy* | happy | pleasant | friendly | welcoming | comfortable | fast |
      efficient | professional | motivat* | not bad | isnt bad | not too bad | not so bad | pretty good |
      thank you so much | thanks so much | thanks a lot | thank you very much | well done | recommend* |
      well equipped | top stuff | you rock | you guys rock | rock solid | satisf* | glad | pleased |
      progress*
      `,
    ],
    [
      2.6,
      `
      great | excellent | amazing | awesome | perfect | fantastic | brilliant | love | loved | loving |
      wonderful | superb | top notch | outstanding | delighted | thrilled | lovely | incredible | stunning |
      best | fab | fabulous | sick class | are sick | is sick | beautiful | lit | dope | stellar |
      cant complain | no complaints | cant fault | nothing to complain | ace | a star | legend |
      not bad at all | very happy | so happy | spot on | world class | bloody good | killer
      `,
    ],
  ],
  swearing: `
    fuck* | fck* | wtf | shit* | bullshit | bs | damn* | dammit | bloody | bastard* | asshole* | arsehole* |
    arse | bollocks | goddamn | hell | freaking | frigging | ffs | moron* | dumb* | jerk* | crappiest
  `,
  negators: `
    not | no | never | dont | doesnt | didnt | isnt | wasnt | arent | werent | cant | cannot | wont |
    wouldnt | aint | without | hardly | barely | nor | nothing
  `,
  verbsBeforeNegator: '',
  stronger: `
    very | really | so | too | extremely | absolutely | totally | completely | utterly | super | honestly |
    still | always | again | seriously | such | bloody | fucking
  `,
  weaker: 'a bit | a little | slightly | kinda | kind of | somewhat | sometimes',
  turns: 'but | however | although | though | and | otherwise',
};
