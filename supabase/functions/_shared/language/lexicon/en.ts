import type { Lexicon } from './types.ts';

export const en: Lexicon = {
  concepts: {
    hello:
      'hi, hello, hey, hiya, heya, yo, morning, good morning, good afternoon, good evening, evening, afternoon, howdy, greetings, alright, oi, hola, bonjour, sup, ello, heyy, nice to meet',
    how_are_you:
      'how are you, hows it going, how are things, how you doing, how are ya, whats up, wassup, you ok, you alright, you all right, hows life, how do you do, hows your day, whats new, whats good, you good, hows things, hows tricks',
    bye: 'bye, goodbye, see ya, see you, cya, later, laters, cheerio, ciao, farewell, good night, goodnight, have a good, have a nice, have a great, take care, catch you, peace out, ta ta, ttyl, until next time, so long, bye bye, adios, toodle*, have a lovely, aight, good day, lovely evening, lovely day, nice evening, nice day, great day, good evening all, ta ra, tara, take it easy, stay safe, god bless, bye now, bye for now, see u, c u, cu',
    leaving_now:
      'im off, gotta run, gotta go, got to go, have to go, need to go, im leaving, heading out, heading home, thats all, thats it, im done, all done, im out, nothing else, off home, must dash, gotta dash, that will be all, thatll be all, no more questions, im heading, better be off, best be off, leave you to it, im good for now, off now, nothing more, no more from me, im ghost, bounce, going home, head out, head off, make a move, call it a day, done here, all set, finished here, thatll do me, thats me, im finished, better get going, time to go, i should go, back to my workout, off to',
    thanks:
      'thank*, thanks, thx, ty, cheers, ta, appreciated, appreciate*, grateful, merci, gracias, tysm, much obliged, youre a star, youre a legend, lifesaver, owe you, legend, kind of you',
    praise_short:
      'great, awesome, perfect, brilliant, lovely, cool, sweet, nice one, amazing, helpful, legend, mate, star, good job, well done, wicked',
    help: 'help, assist*, hand, guide, instructions, manual, tutorial, support, explain, walk me through, show me how, menu',
    you_do:
      'you do, can you do, what are you, who are you, you for, are you able, ask you, you capable, features, commands, functions, your job, you offer, things you, your purpose, this do, you know about, you help with, options do i, the options, i ask, i say, can i say, examples, you useful, list of things, what else can, you handle, things do you, do you handle, do you know, you answer, you assist, your features, can you help, could you help, you manage, things can you, stuff can you, what things, services',
    not_understand:
      'dont understand, dont get it, dont get this, confused, no idea, no clue, lost, how does this, how do i use, how does it, not sure what, not sure how, how do you work, how you work, how to use, dont know how, dont know what, how do i work, figure, makes no sense, first time, new here, im new, how does that work, what do i do, stuck, whats this, what is this, how do i start, supposed to, explain, explain how, can you explain, how it works, how this works, just joined, work this out, figure this out, get my head',
    this_machine:
      'machine, thing, kiosk, screen, robot, jarvis, ai, app, device, gadget, system, terminal, assistant, bot, contraption, tablet',
    when: 'when, what time, what times, which day, what day, until when, till when, how late, how early, how long, what hour, what hours, until what, till what, since when, from when, wat time, by what time, whens',
    open: 'open, opens, opening, opened, access, 24 7, round the clock, all night, let in, get in, open up',
    close:
      'close, closes, closed, closing, shut, shuts, shutting, lock up, kick us out, kick out, chuck us, close up, last entry',
    day: 'monday*, tuesday*, wednesday*, thursday*, friday*, saturday*, sunday*, mon, tue, tues, wed, weds, thu, thur, thurs, fri, sat, sun, today, tomorrow, weekend*, week, tonight',
    day_part:
      'morning, afternoon, evening, tonight, night, noon, lunchtime, midday, early, late, midnight, hhmm, lunch, after work, nnn, first thing',
    holiday:
      'holiday*, bank holiday*, christmas, xmas, easter, new year, new years, thanksgiving, boxing day, public holiday*, good friday, halloween, labour day, july, december, january',
    hours_word:
      'hours, opening times, opening hours, opening time, closing time, business hours, gym times, times are you, schedule of the gym, your times',
    class: 'class, classes, session, sessions, lesson, lessons, course, workshop*, group class*, slot, slots',
    activity:
      'yoga, pilates, zumba, cycling, spinning, spin, rpm, boxing, boxercise, crossfit, cross fit, pump, body pump, bodypump, bodycombat, body combat, combat, body attack, hiit, step, stretch, stretching, aqua, aqua fit, trx, circuit, circuits, les mills, bike class, abs class, legs bums, lbt, dance, barre, meditation, kickboxing, bootcamp, boot camp, metafit, aerobics, insanity, rowing class, core class, tabata, kettlebells, mma, hyrox, indoor cycling, box, vinyasa, hatha, cardio class, strength class',
    schedule:
      'schedule, timetable, time table, programme, program, calendar, agenda, lineup, line up, whats on, rota, listings',
    teacher:
      'teach*, instructor*, coach*, trainer*, taking, takes, run by, leads, leading, who does, who is doing, whos doing, whos on, running, covering, whos teaching',
    book: 'book, booking, reserve, reserving, register, enrol, enroll, sign up, signup, sign me, signing up, save me, hold me, save, grab, secure, get me in, squeeze',
    sign_me:
      'put me, stick me, pop me, sign me, add me, get me, slot me, count me, id like to join, join, joining, put my name, stick my name, my name down, jump in, get in on, i want to do, i wanna do, id like to do, id like to attend, attend, go to the, take part, get a spot, have a spot, get a place, do the, come to the, can i do, can i come, squeeze me, throw me, whack me, want in, im in for, let me in, love to do, try the',
    place:
      'spot, spots, space, spaces, place, places, seat, list, waitlist, waiting list, full, available, availability, room left, left in, fully booked, free, booked up, sold out, squeeze',
    want: 'want, wanna, would like, id like, id love, can i, could i, can you, could you, please, pls, plz, need, like to, may i, would you, lemme, let me, wish, mind, gonna, fancy, keen, up for',
    cancel:
      'cancel*, remove, unbook, drop out, drop me, pull out, take me off, take me out, take my name, delete, free up, give up my, back out, bail, scratch, scrap, withdraw, unregister, deregister, get me out, release, call off, un book, un register, unsubscribe me, reschedule, drop, skip, ditch, undo, off the list, kick me',
    unable:
      'cant make, cannot make, cant come, cant go, cant do, wont make, wont be, not coming, not going, not gonna, cant attend, no longer, something came up, somethings come, change of plan*, changed my mind, cannot attend, unable, not able, have to miss, wont be able, going to miss, sick, cant get, running late, stuck at work, dont want to go, busy that, double booked, not going to make, cant be, miss the, miss my, miss tomorrow, wont come, cannot come, come up, another time, not feeling',
    mine: 'my, mine, i, im, ive, me, id',
    i_have: 'i have, have i, ive got, i got, do i have, am i, did i, i am, i booked, have i got, i signed',
    booked:
      'my booking*, my reservation*, my class*, my session*, my next, am i booked, did i book, i booked, i have booked, have i booked, have booked, ive booked, im booked, my upcoming, upcoming, signed up for, enrolled, coming up, am i in, in for, my schedule, my spot, did i sign, my place, am i signed, am i on, on the list for, am i down, i reserved, did i reserve, my slot, i registered, am i registered, my yoga, my spin, my pilates, am i still in, booked for, i got booked, my bookings, down for, my week, booking go through, booking confirmed, booking went through',
    which:
      'what, which, whats, list, show, tell me, remind, check, see, confirm, view, look up, again, double check',
    broken:
      'broken, broke, bust, busted, knackered, not working, isnt working, doesnt work, dont work, wont work, wont start, wont turn, stopped working, stops, stuck, jammed, faulty, out of order, out of service, damaged, cracked, snapped, snap, loose, wobbl*, slipping, slips, noise, squeak*, grinding, rattl*, stiff, frozen, dead, dodgy, malfunction*, ripped, torn, bent, jamming, wonky, buggered, fallen off, coming off, came off, falling apart, wont move, wont lock, wont open, wont close, doesnt open, doesnt close, flicker*, smok*, sparks, sparking, burning, trip*, error, crash*, unscrewed, missing, frayed, fraying, rusty, aint working, kaput, packed in, conked, on the blink, acting up, playing up, weird, funny noise, punctured, flat, clunk*, doesnt respond, turned off, issue, problem, fix, fault, repair, gone, glitch*, went out, wobbly, clunking, crackling, seized, busted up, out of action, shattered, smashed, leaking, overheating, blown, blew, tripped, screeching, unstable, wont stop, keeps, not heating, hanging off, detached, chipped, split, disconnected, knocking, shocks, electric shock, bust up, defective, not responding, aircons',
    dirty:
      'dirty, filthy, disgusting, gross, smell*, stink*, stank, mess, messy, unclean, sweat, sweaty, bin, bins, mould*, mold*, sticky, hair, clean*, hygiene, puke, vomit, minging, grim, cockroach*, rats, dust*, rubbish, sick on, poo, wipes, manky, mucky, grubby, unhygienic, stale, mildew, crusty, slimy, stains, stained, litter, tissues, wee, piss, pee, bacteria, germs, never cleaned, hasnt been cleaned, dirtier',
    leak: 'leak*, flood*, water on, puddle, drip*, overflow*, clogged, blocked, soaked, wet, slippery, burst, damp, spill*, backed up',
    danger:
      'danger*, unsafe, hazard*, hurt, injure*, careful, risk*, accident, electrocut*, safety, trip over, break their neck, someone will, about to, lethal, cut myself, slipped, could fall, nearly',
    missing:
      'no more, out of, run out, ran out, missing, no hot, no water, no soap, no paper, no toilet, no towels, no light*, theres no, empty, cold water, freezing, no loo, there is no, none left, isnt any, never any, low on, no electricity, no power',
    equipment:
      'treadmill*, bike, bikes, rower*, rowing machine*, elliptical, cross trainer*, dumbbell*, dumbell*, barbell*, cable*, pulldown, pulley, bench, press, machine*, weights, plates, rack, smith, leg press, stairmaster, stepper, kettlebell*, band, bands, seat, pedal*, screen, tv, door, gate, turnstile, lock, locker*, light*, bulb*, ac, aircon, air con, air conditioning, fan, fans, heating, heater, tap, sink, shower*, shower head, flush, vending, fountain, mirror, mat, mats, belt, handle, socket*, ceiling, tile*, hand dryer, hairdryer, speaker, lift, radiator, window, pin, screw, bolt, ventilation, faucet, drain, pool, scanner, cabinet',
    area: 'changing room*, locker room*, shower*, toilet*, bathroom*, restroom*, loo, loos, bogs, floor, studio, room, sauna, pool, steam room, car park, stairs, hallway, entrance, weights area, cardio area, free weights, upstairs, downstairs, gym floor, area, corner, ladies, gents, mens, womens, girls, boys',
    amenity:
      'sauna, steam room, steam, pool, swimming, jacuzzi, hot tub, spa, parking, park, car park, wifi, wi fi, internet, towel*, padlock*, locker*, shower*, creche, childcare, daycare, kids, vending, cafe, coffee, bar, charge, charger, charging, socket*, plug, outlet, hairdryer, hair dryer, water fountain, water bottle, water, fill, refill, toilet*, loo, loos, bathroom*, restroom*, changing room*, locker room*, lift, elevator, wheelchair, disabled, sunbed*, tanning, massage, physio, shop, soap, shampoo, punch bag*, punching bag*, boxing ring, squat rack*, women only, ladies only, air con, bike rack, foam roller*, stairmaster, rowing machine*, protein shake*, snack*, food, drink*, basketball, court, studio, smoothie*, scales, mats, iron*',
    where:
      'where, wheres, where is, where are, where do, find the, whereabouts, which way, located, location, point me, direct me, somewhere, anywhere, get to the, which floor',
    good: 'great, fantastic, amazing, love*, loving, brilliant, awesome, best, excellent, friendly, happy, enjoyed, enjoy*, wonderful, impressed, well done, props, nice, top, superb, good job, incredible, clean, kudos, shout out, shoutout, compliment*, banging, spot on, class act, fab, fabulous, pleased, improved, good work, nicer, thumbs up, 10 out of, five stars, stars, smashing, unreal, fire, sick, brill, outstanding, exceptional, phenomenal, delighted, thrilled, helpful, kind, welcoming, professional, motivating, encouraging, patient, knowledgeable, fun, recommend, perfect, stunning, gorgeous, tidy, spotless, immaculate, modern, bangin, mint, ace, class, quality, wicked, dope, lit, legendary, legend, sweet, proud, grateful for, magic, smiling, smiley, attentive, positive, congratulat*, congrats, bravo',
    bad: 'bad, terrible, awful, rubbish, rude, disappoint*, worst, hate, horrible, unacceptable, fed up, annoy*, angry, loud, too loud, poor, crap, shit, shite, downhill, ridiculous, joke, useless, frustrat*, disgrace*, sick of, pissed, ignored, unprofessional, shocking, appalling, not happy, unhappy, waste, too hot, too cold, too short, too long, too many, too few, not enough, worse, overpriced, pathetic, boring, mediocre, sucks, sucked, lousy, fuming, dreadful, out of order, disrespectful, lazy, overcrowded, crowded, too dark, too bright, never clean, hogging, grunting, furious, livid, raging, outraged, disgusted, humiliat*, belittl*, talked down, condescend*, patronis*, patroniz*, cold, freezing, grim, dire, garbage, trash, scam, rip off, ripoff, crooks, thieves, incompetent, sloppy, shoddy, minging, depressing, dull, slow, disorganised, disorganized, badly, hog, hogs, sexist, racist, aggressive, creepy, noisy, uncomfortable, neglected, puts me off, put off, off putting, never helps, does nothing, do nothing, nobody cares, nobody does, nobody helped, dont care, doesnt care, late again, cancelled again, let down, letdown, irritat*, infuriat*, nightmare, mess, gone off, upset, offended, insult*, shouted, yelled, not good enough, not impressed, wtf, bs, bullshit, cheek, mugged off, taking the piss, skanky',
    music: 'music, volume, playlist, tunes, sound, speakers, songs, song, mic, noise level, radio, techno',
    complain: 'complain*, complaint*, report, raise, moan, grievance, unhappy, concern, escalate, file',
    suggest:
      'suggest*, suggestion*, idea, you should, should, would be nice, would be great, would be good, could you get, can you add, more, improve*, please add, recommend that, wish you, you could, it would be, itd be, why dont you, you need to, how about, add more, need more, get some, consider',
    tell_team:
      'feedback, review, comment, opinion, just wanna say, just want to say, just wanted to say, let you know, tell them, tell the, pass on, say that, give some, leave a, note, honestly, tbh, to be honest, gotta say, have to say, must say, wanted to tell, want to tell, message for, compliments to, thoughts, just saying',
    team: 'staff, team, manager, trainer, coach, instructor, reception*, owner, boss, personal trainer, employee*, supervisor, front desk, pt, advisor, duty manager, security, in charge, whoever runs, management, attendant',
    desk: 'front desk, reception, desk, counter, office',
    talk_to:
      'talk to, speak to, speak with, talk with, see someone, meet, chat with, chat to, put me through, contact, get hold, deal with, see the, a word with, get me the, see a, discuss, connect me, hand me over, transfer me, pass me, see somebody, ask someone, speak, get in touch, phone',
    call: 'call, fetch, get me, get someone, get somebody, send, bring, page, ring, need someone, need somebody, come over, come here, come and, find someone, find me, grab me, get a, get an, anyone around, anybody around, anyone here, anyone at, is there anyone, is there someone, summon, need a member, could someone, can someone, can somebody, is anyone, need assistance',
    human:
      'human, real person, actual person, person, someone, somebody, people, living, not a robot, not a machine, anyone, human being, humans, not a computer, member of staff, real human, in person, actual human, flesh, operator, agent, real one, living person, representative, rep',
    crowded:
      'busy, crowded, packed, rammed, full, crowd, queue, queues, wait, waiting, quiet, rush, peak, heaving, rammo, chocka, chocker, jammed, line, capacity, occupancy, footfall, taken, peak time, mobbed, bursting, swamped, empty, slammed, hectic, peak hours, in use, occupied, dead, buzzing, chock, chockablock, ram packed, jam packed, overrun, zoo, how full, people in, sardines, swarming, less people, fewer people, more people, traffic',
    quiet: 'quiet, calm, empty, dead, off peak, quieter, quietest, chilled, least busy, less busy, peaceful',
    now: 'now, right now, at the moment, currently, atm, this minute, right this, at present, this time, today, in there, in here, presently, this second, inside, as we speak, rn',
    how_many:
      'how many people, how many are, number of people, how many members, how many folk, how many of us, many people, head count, headcount, many in, how many folks, many others, how many',
    people: 'people, folk, folks, members, persons, others, training, working out',
    how_much:
      'how much, how expensive, whats the price, price of, cost of, how pricey, whats the cost, what is the price, what do you charge, the damage',
    cost: 'price*, pricing, cost*, fee, fees, rate, rates, charge, expensive, cheap, cheaper, cheapest, pay, dollars, euros, pounds, quid, bucks, tariff*, subscription options, plans, free, deal, deals, per month, a month, per year, joining fee, packages, membership options, extra, pricy, pricey, afford, quote, worth, worth it, tenner, membership fee, budget, included, inclusive, on top, surcharge, upgrade, bargain, six months, annual, yearly, monthly',
    discount:
      'discount*, student*, offer*, promo*, promotion*, deal, deals, senior*, pensioner*, family, couple*, corporate, nhs, voucher*, coupon*, reduced, referral, concession*, military, unemployed',
    trial:
      'trial, taster, guest, day pass, bring a, bring my, one off, try, drop in, for the day, visitor, mate, friend, plus one, single visit, one time, free pass, walk in, my wife, my husband, my brother, my sister, week pass, guest pass',
    membership:
      'membership*, subscription*, sub, plan, contract, member, account, package, direct debit, subscribe*, tier, pass, enrolment, dues, commitment, premium, gold',
    expire:
      'expire*, expir*, run out, runs out, end, ends, ending, valid, renew*, due, up, left on, finish*, expiration, remaining, how long, auto renew, anniversary, good until, good for, last until, still got, final, how many sessions, lapse*, tied in, locked in',
    paid: 'paid, payment*, payed, billed, bill, invoice, charged, direct debit, owe, balance, gone through, went through, overdue, bounced, arrears, card declined, up to date, outstanding, debited, taken out, taken money, next payment, pay, declined, behind, square',
    status:
      'status, active, current, my plan, my membership, my account, my contract, still a member, what plan, which plan, still active, am i on, kind of membership, type of membership, still valid, details of my, my subscription, my sub, membership details, what membership, which membership, my dues',
    leave:
      'cancel my membership, cancel membership, quit, leave the gym, leave this gym, end my, terminate*, termination, stop my, cancel my contract, cancel my sub, cancel my subscription, unsubscribe, want out, opt out, leave for good, stop paying, stop charging, close my account, resign, get out of, stop my membership, ditch my, drop my membership, leaving the gym, notice period, cancel my account, cancel my plan, done with this gym, not renew, dont renew, cancel my direct debit, stop my direct debit, cancellation, quitting, leave, give up my, for good, permanently, get out of my, out of the contract, cancel the gym, cancel gym, cancel my gym, finish my, discontinue, bin my, not renewing, withdraw from the gym, end membership, stop membership, leave the club, early termination, packing it in, jacking it in, cancel everything, end my contract, end my membership, chuck it in',
    pause:
      'pause, pausing, freeze, freezing, on hold, put on hold, hold, suspend*, suspension, break from, take a break, temporarily, on ice, stop for a, postpone, a couple of months, few months, deactivate',
    away: 'away, abroad, travel*, injured, injury, moving, move, pregnant, surgery, operation, months, weeks, holiday, another city, relocat*, ill, illness, broke my, out of town, maternity, hospital, overseas, university, doctor, new job, leg in, work trip, laid off, lost my job',
    no_longer:
      'no longer, dont use, dont come, never come, not coming, anymore, any more, too expensive, cant afford, had enough, dont want, found another, another gym, no time, not using, waste of money, never use, stopped coming',
    badge:
      'badge*, card, fob, key, keycard, key card, pass, tag, wristband, band, key fob, access card, membership card, id, keyring, swipe card, entry card, qr code, chip, gym card',
    lost: 'lost, lose, losing, cant find, misplaced, disappeared, dropped, left my, forgot, forgotten, missing, left it, cannot find, gone, mislaid, vanished, dont have my, without my, havent got my, wheres my, doesnt scan, wont scan, not scanning, fell out, snapped, no idea where, wont beep, cracked, left at home, handed in, robbed, fried, handed in my, mislay, nowhere, not with me, washed, broke my, bent, doesnt work, wont work, stopped working, not working, dead, ruined, wont let me in, declined at the door',
    stolen: 'stolen, nicked, robbed, pinched, stole, swiped, taken, theft, thief, pickpocket*',
    replace:
      'replacement, new one, replace, another one, new card, new badge, new fob, reissue*, duplicate, spare, a new, get another, deactivate, temporary',
    train:
      'exercise*, workout*, work out, train, training, routine, programme, program, weights, cardio, lift, lifting, squat*, deadlift*, bench, press, push up*, pushup*, pull up*, pullup*, sit up*, plank*, run, running, warm up, stretch, stretches, stretching, marathon, split, full body, rowing, lunges, curls, hypertrophy, strength, drills, superset*, hiit, treadmill, moves, 5k, 10k, jog, row',
    body: 'belly, stomach, tummy, abs, arms, legs, leg, chest, back, shoulders, shoulder, glutes, bum, butt, biceps, triceps, core, thighs, calves, hips, knee*, love handles, six pack, waist, hamstrings, quads, body, upper body, lower body, muscle*, booty, neck, lats, pecs, forearms, moobs, bingo wings',
    goal: 'lose weight, lose, losing weight, weight loss, bulk*, gain, build, building, tone, toned, tone up, get fit, fitter, fitness, shape, stronger, burn, fat, mass, weight, beginner*, endurance, stamina, flexible, flexibility, improve, progress, get rid, shred, cut, lean, bigger, bulk up, get big, faster, ripped, posture, sculpt, plateau, start, pounds, kilos, hench, get in shape, slim, calories',
    advice:
      'advice, tips, tip, recommend*, suggest an, should i, best way, whats the best, what is the best, how do i, how to, how can i, what should, good for, any ideas, is it better, better to, best exercise*, technique, form, properly, correct, correctly, how often, times a week, where do i start, guide me, best for, good exercise*, a good, before or after, how heavy, effective, which exercise*, is it ok to, is it bad to, good to',
    reps: 'reps, sets, rep, set, rest between, heavy, how heavy, how often, times a week, days a week, rest day*, how long should, minutes of, rest, tempo, percent, 1rm',
    eat: 'eat, eating, food, diet, protein, nutrition, shake, creatine, supplement*, drink, meal*, carbs, calories, breakfast, fasted, pre workout, preworkout, keto, fasting, macros, water should',
    forget:
      'forget, delete, erase, wipe, remove, dont keep, dont remember, dont store, dont save, clear, get rid of my, stop storing, stop remembering, scrub, purge, unremember, destroy, dont record, not keep, not store, not remember, not save, right to be forgotten, keep any, keep my, expunge, anonymi*, off your system, off the record, be in your memory, be forgotten, out of your memory, unsave, dont retain, not retain, revoke, withdraw my consent, consent, stop keeping, stop saving, erased, deleted, wiped, bin everything',
    data: 'data, info, information, history, gdpr, records, record, memory, profile, privacy, file, personal details, details, personal, logs, private, recording*, everything, database, chats, transcript*, consent, name, email, phone number, what you have, memories',
    conversation:
      'conversation*, chat, chats, what i said, what i told, what i just, told you, i said, we talked, talked about, discussion*, we said, this talk, we spoke, last message, what weve, what ive told, just told you, just said, i told you, our talk, messages, words',
    about_me:
      'about me, on me, know about, my data, my info, my information, my history, my details, my records, personal data, everything you know, you know, have on me, who i am, of me, my conversations, my chats, my personal',
    emergency:
      'emergency, collapsed, collapse, fainted, passed out, ambulance, 911, 999, bleeding, unconscious, unresponsive, defib*, heart attack, first aid, fight, fighting, hurt himself, hurt herself, urgent, urgently, quick, quickly, asap, choking, seizure, dizzy, isnt breathing, not breathing, harass*, assault*, creep, following me, injured himself, bleed*, on the floor, fell down, fell over, has fallen, fallen over, knocked out, blood, not moving, stroke, epileptic, help quick, cpr, fire, on fire, hurt badly, broken leg, cant breathe, attacked, threatening',
    left_over: 'left, remaining, any left, still, are there any, is there any',
    negation: 'not, no, dont, never, isnt, cant, wont, doesnt, didnt, without, nothing, none, aint',
    rights: 'right to, rights, gdpr, law, legal, demand, request, policy',
  },
  spellings:
    'u=you,ur=your,r=are,y=why,pls=please,plz=please,plez=please,thx=thanks,thanx=thanks,tnx=thanks,thnx=thanks,thnks=thanks,tmrw=tomorrow,tmr=tomorrow,tmw=tomorrow,tomoz=tomorrow,tomorow=tomorrow,tommorow=tomorrow,tommorrow=tomorrow,2moro=tomorrow,2morrow=tomorrow,2day=today,tonite=tonight,2nite=tonight,2night=tonight,2nyt=tonight,wot=what,wat=what,wut=what,wots=whats,wats=whats,gonna=gonna,gon=gonna,wanna=wanna,wana=wanna,lemme=let me,gimme=give me,dunno=dont know,idk=dont know,em=them,cuz=because,coz=because,cos=because,bc=because,ppl=people,peeps=people,sum1=someone,some1=someone,any1=anyone,no1=no one,4=for,2=to,b4=before,gr8=great,l8r=later,l8=late,luv=love,msg=message,abt=about,w=with,wiv=with,wen=when,wher=where,cld=could,wld=would,shld=should,cud=could,wud=would,shud=should,hav=have,av=have,ave=have,da=the,dis=this,dat=that,goin=going,doin=doing,workin=working,trainin=training,bookin=booking,openin=opening,nothin=nothing,somethin=something,mornin=morning,evenin=evening,feelin=feeling,closin=closing,memb=member,membr=member,membershp=membership,tredmill=treadmill,treadmil=treadmill,resevation=reservation,im=im,ive=ive,arent=are not,isn=isnt,wasnt=was not,cannot=cant,cancle=cancel,cancell=cancel,canel=cancel,shedule=schedule,scedule=schedule,schedual=schedule,sched=schedule,excercise=exercise,exersize=exercise,exersise=exercise,excersise=exercise,reciept=receipt,gym=gym,hiit=hiit,gud=good,nite=night,sed=said,wheres=where is,whens=when is,mins=minutes,hrs=hours,appt=appointment,info=info,defo=definitely,def=definitely,prob=problem,probs=problem,thru=through,cuppa=coffee,innit=isnt it,gotta=gotta,kinda=kind of,outta=out of,membrship=membership,recep=reception,convo=conversation,convos=conversations,sesh=session,exps=expires,wkend=weekend,wknd=weekend,resched=reschedule,wi=wi',
};
