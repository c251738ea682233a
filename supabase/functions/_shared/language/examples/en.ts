import type { Examples } from './types.ts';

export const en: Examples = {
  greet: `hello / hi / hey / hi there / good morning / good afternoon / good evening / hey jarvis / hello jarvis how are you / yo / hiya / howdy / morning / evening
    hey how's it going / hi how are you today / what's up / sup / alright mate / you alright / hello there / hey buddy / greetings / hello robot / nice to meet you / hey there jarvis
    how are you doing today / hello again / back again / g'day / hi machine / hello is this thing on / evening all / how's it hanging / hello hello / yo jarvis what's good`,
  goodbye: `bye / goodbye / see you / see you later / see you tomorrow / good night / have a nice day / have a good evening / I'm leaving / I'm off / gotta go / that's all
    that's it for now / I'm done / bye bye / take care / cheers bye / thanks bye / thank you goodbye / ok see ya / later / catch you later / no that's everything, bye / nothing else
    nothing else thanks, bye / I have to go now / off to train, bye / heading home / until next time / ciao / farewell / no more questions / we're done here / right I'm heading out
    have a good one / laters / see you next week / thanks have a good day / right then, cheerio / stop, end conversation / finish / I'm good, bye`,
  thanks: `thank you / thanks / thanks a lot / thank you so much / many thanks / cheers / thx / ty / much appreciated / I appreciate it / that's great thanks / perfect thank you
    thanks for your help / thanks for the info / nice one / that's very kind / you're a star / awesome thanks / great, thanks / ok thanks / cool thanks / brilliant thank you
    that was really helpful / you've been great / thanks jarvis / lovely, thank you / ta / cheers buddy / big thanks / you rock / thanks man / that's what I needed / lifesaver
    helpful, thanks / thank u / thank you kindly / sweet, thanks dude / I'm grateful`,
  help: `help / help me / what can you do / what do you do / how does this work / who are you / what are you / what is this thing / I need help / can you help me / what can I ask you
    how do I use this / I don't understand / I'm confused / what are my options / show me the menu / give me some examples / what are your features / I don't know what to say
    explain how this works / first time using this / what are you for / what's this screen for / are you a robot / what can you help me with / list of commands / instructions please
    how do I talk to you / what services do you offer / are you a bot or what / what do I do here / can you explain what you do / options / tell me what you can do / what kind of stuff do you know
    I'm new and a bit lost / what am I meant to do with this / so what's your job / how can you help me / user guide / I'm stuck how do I start`,
  opening_hours: `what time do you open / what time do you close / what are your opening hours / are you open on sunday / when does the gym close / opening times / how late are you open
    are you open tomorrow / what time does the gym open on saturday / are you open on christmas day / is the gym open 24 hours / when do you shut / closing time / hours please
    are you open over the holidays / weekend hours / how early can I come in / last entry time / until what time can I train tonight / is it open on public holidays / open on new year's day
    what time do you guys open in the morning / are you closed on monday / do you open at 6 / are you open late on fridays / what are the hours today / when are you open / is the gym open now
    gym hours / when do they lock up / can I come at 5am / do you close at ten / are you shut on easter / business hours / what time do I have to be out / are the hours different at weekends
    when do the doors open / still open at 11pm ? / is reception open on sundays`,
  class_schedule: `what classes are on today / what's the class schedule / show me the timetable / when is yoga / what time is the pilates class / is there a spin class tonight
    are there spaces left in body pump / is the boxing class full / who is teaching yoga tomorrow / when's the next zumba / classes tomorrow / what's on this evening / weekly schedule
    how long is the hiit class / which room is cycling in / any classes on saturday morning / do you have yoga on mondays / list of classes / what classes do you have / class times
    is there anything at 6pm / who's the instructor for boxing / how many spots are left for crossfit / any availability in pilates / what group classes do you run / upcoming classes
    is zumba on this week / what's the 7pm class / is the morning class still on / are there beginner classes / what's happening in the studio today / timetable for friday
    when do you have body combat / is there space in yoga tonight / what time does spin start / show classes / what have you got on tomorrow evening / is there a class at lunchtime
    how full is the 6 o'clock class / what's next in studio 2 / does anna teach on tuesdays / when can I do pilates this week / got any dance classes`,
  book_class: `book a class / I want to book yoga / book me into pilates / sign me up for spin / reserve a spot in boxing / can I book the 7pm class / I'd like to book a class for tomorrow
    put me down for hiit / add me to the body pump class / get me a place in zumba tonight / I want to join the yoga class / can you sign me up for crossfit / book me a spot
    save me a spot in cycling / reserve me a place for saturday morning / I want to do the boxing class tonight, book it / please book pilates at 9 / sign me up / enrol me in yoga
    I'd like to reserve a place in the stretching class / can I get in the 6pm class / count me in for circuits / hold a place for me in spin / register me for tomorrow's class
    I want a space on the thursday class / I'll take a spot in hiit / can you reserve a bike for me in spin / add my name to the list for zumba / put me on the waiting list for yoga
    if there's space in pilates put me in / I wanna go to body combat on friday, can you book that / book yoga tomorrow 9am / can you get me into the boxing class / book it for me
    squeeze me into spin tonight / I'm up for zumba, sign me up / make a booking for body pump / schedule me for the noon class / I'd like to attend yoga tonight please
    reserve hiit / get my name down for the 8am / let me join the class at 7 / yes book me in / make a reservation`,
  cancel_booking: `cancel my class / cancel my booking / I want to cancel my reservation / I can't make it to yoga / take me off the pilates list / remove me from the class
    cancel spin tonight / I can't come tomorrow, cancel my class / I won't be able to make boxing / drop me from hiit / unbook me / please cancel my spot / I need to cancel tonight's class
    free up my place in zumba / I'm not coming to the 7pm class / I have to pull out of body pump / delete my booking / I booked by mistake, cancel it / cancel the class I booked
    I don't want to go to yoga anymore / I'm sick so I can't do the class tonight / get me out of tomorrow's class / I'd like to cancel my session / can I cancel my 6pm / withdraw me from cycling
    I changed my mind about pilates, cancel / give my spot to someone else / cancel thursday / scratch my booking for saturday / remove my reservation / something came up, can't make boxing
    I have to miss class tomorrow / cancel it / need to reschedule my class / can't attend the class tonight / undo my booking / I'm stuck at work, won't make spin / sorry can't do yoga tonight, cancel
    call off my class / not going to make it to crossfit / please take my name off for tomorrow / bail on spin / cancel my reservation for the 18th`,
  my_bookings: `what are my bookings / what have I booked / show my bookings / when is my next class / what classes am I booked into / am I booked for yoga / do I have a class today
    what time is my class / my reservations / my classes / did my booking go through / am I signed up for spin / check my bookings / which classes am I in this week / is my booking confirmed
    do I have anything booked / remind me of my classes / when's my class / what's my schedule this week / have I got anything on tonight / list my bookings / am I on the list for pilates
    did I book hiit for tomorrow / my upcoming sessions / which class did I book / what time did I book / am I down for anything tomorrow / can you check if I'm in the 6pm class
    where is my class / view my reservations / am I still on the waitlist or did I get in / what do I have coming up / confirm my booking for me / what did I reserve
    is my spot in boxing secured / see what I'm booked on / my next session when is it / did I already sign up for body pump`,
  report_issue: `the treadmill is broken / the machine isn't working / there's a leak in the showers / the toilet is blocked / the shower is cold / I want to report a problem
    the rowing machine is out of order / the cable snapped / there's no soap / the lights in the changing room don't work / the bench is broken / my locker is stuck / bike 4 is broken
    something's wrong with the leg press / there's water all over the floor / a dumbbell is missing / the floor is slippery and dangerous / the door won't close / the air con is broken
    the heating isn't working / the changing rooms are filthy / the machine makes a weird noise / the vending machine ate my money / the elliptical squeaks / report a fault / the screen is frozen
    can someone fix the bike / a bolt fell off the machine / the ladies toilets are flooded / there's no toilet paper / the mirror is cracked / the treadmill keeps stopping / ceiling is dripping
    the hairdryer is dead / the lock on locker 14 is broken / the seat on the bike is loose / the bar is bent / the water fountain doesn't work / broken glass on the floor / the tap won't turn off
    sauna isn't heating up / it stinks in the locker room / bins are overflowing / it's boiling in here, the ac must be bust / someone left sick in the toilets / the pulley is jammed
    the handle came off the cable machine / faulty equipment in the weights area / machine needs repair / the gate is acting up / no hot water again / paper towels have run out / equipment issue
    the resistance band snapped on me / pedal fell off / there is a wire sticking out of the machine / showers are disgusting nobody cleans them / smoke coming from the treadmill`,
  leave_feedback: `I want to leave feedback / I have a complaint / the class was amazing / the trainer is great / I love this gym / the music is too loud / I'm very disappointed
    this is unacceptable / I want to complain / the service is terrible / reception staff are lovely / well done to the team / it's getting worse here / the instructor was rude
    I really enjoyed the yoga class / suggestion: more evening classes / you should open earlier / it's too expensive for what it is / the trainer was on his phone the whole time
    people don't put their weights back, it's annoying / please tell the manager it's super clean / I want to compliment the staff / great atmosphere / my feedback on this morning's class
    the playlist sucks / it would be nice to have more benches / it's too hot in the classes / the staff are rude / I'm fed up with this gym / best gym ever / I'm really happy with the club
    the new studio looks great / the classes are too short / leave a review / give my opinion / the class was too hard / tell the coach it was perfect / I'm angry with your team / bad experience
    can I make a suggestion / it's always too crowded and nobody cares / the girl at the desk was so helpful / not happy with the class yesterday / could you turn the music down, it's awful
    five stars / you lot are rubbish / I think you need more dance classes / just saying the new machines are ace / raise a complaint about a trainer / huge shout out to maria, she's brilliant
    honestly shocked by how I was treated / keep up the good work / the place feels run down these days / the new layout is terrible / coach tom was awesome today`,
  crowd_now: `is it busy / is it busy right now / how busy is it / is the gym full / how many people are here / is it crowded / is it quiet / how many people in the gym / is it packed
    are there a lot of people / is there a queue for the machines / what's the occupancy / is it empty / how's the crowd / is it rush hour / when is it less busy / when is the quietest time
    are the machines all taken / will I have to wait for a rack / is there room in the weights area / how full is it / busy in there ? / is it heaving / many people in today / is the free weights area packed
    what's it like in there / how many members are training right now / what's the current capacity / is it dead in there / peak hours when / are there loads of people in / is it chilled right now
    how crowded is the gym at the moment / any treadmills free / lots of people today ? / is it mobbed / what time is it usually quiet / current footfall`,
  facilities: `do you have a sauna / is there parking / where are the showers / where are the changing rooms / is there a pool / do you have wifi / what's the wifi password
    where can I fill my bottle / are there lockers / do I need a padlock / can I rent a towel / is there a steam room / do you have a creche / where's the toilet / where is the bathroom
    is there a vending machine / can I charge my phone / are there hairdryers / is there a women only area / is it wheelchair accessible / is there a jacuzzi / where is the yoga studio
    do you have a boxing ring / is there a squat rack / where's the coffee machine / is there air con here / what facilities do you have / what equipment do you have / where can I park
    is there drinking water / do you sell food / do you sell protein shakes / is there a lift / where do I put my stuff / where are the mats / do you have kettlebells / I'm looking for the changing room
    is there a crossfit area / is the pool heated / is parking free / do you lend locks / is there a spa / any soap in the showers / do you have a basketball court / where can I leave my bag
    got a sunbed / have you got a leg press machine / can I bring my kids, is there childcare / what amenities are there / where do I find the stretching area`,
  prices: `how much is it / how much does it cost / what are your prices / what's the membership price / is it expensive / do you have any offers / student discount / price for ten sessions
    how much for one session / how much is a personal trainer / is there a joining fee / how much per month / price for couples / how much is the annual membership / free trial ?
    do you do discounts / how much is a day pass / how much to bring a friend / price of the sauna / are classes included in the price / what deals do you have / referral bonus
    I'd like to know your rates / what does it cost to upgrade / premium price / how much is a drink / group rates / price difference between the plans / discount for seniors
    how much is personal training / price list / is the parking free or paid / what do you charge new members / my brother wants to join how much is it / any chance of a discount
    did you put your prices up / monthly fee / cheapest plan / what's the damage for a guest / can you tell me what the plans cost / family membership cost / got any promos on
    what would a year cost me / how much extra for the classes / do you offer corporate rates`,
  membership_status: `when does my membership expire / what's my membership / is my membership active / when does my contract end / am I up to date with payments / did my payment go through
    how long is left on my contract / what plan am I on / am I still a member / when is my next payment / how many sessions do I have left / what's the status of my membership
    membership details / my account status / does my membership renew automatically / do I owe anything / is my payment overdue / how long have I been a member / when does my contract run out
    I want to see my membership / why is my account blocked / does my plan include classes / what do I get with my membership / is my card still valid / check my membership status
    how much am I paying / has my membership ended / I was charged twice / expiry date of my membership / am I under contract / how many months do I have left / is my subscription still good
    why was I charged 40 / what kind of membership do I have / has my membership renewed / my balance / when is my renewal date / am I tied in / which package am I on again
    is my direct debit set up / my membership says inactive why / until when am I paid up / when did I join / does my sub cover other gyms`,
  freeze_or_leave: `I want to cancel my membership / how do I cancel my membership / I want to quit / I want to freeze my membership / pause my membership / put my membership on hold
    I'm leaving the gym / I'm moving, need to cancel my contract / how do I cancel / cancel my subscription / I want to suspend my membership for the summer / I'm injured, can I freeze
    I'm going on holiday, can you pause my membership / I want to end my contract / I don't want to be a member anymore / stop my membership / what's the cancellation process
    terminate my contract / stop taking payments / I don't want to pay anymore / I never come so I want to stop / I'm pregnant, can I pause / I found another gym, I want to leave
    do I need to send a letter to cancel / notice period / take a break from my membership for a few months / I'm changing city / I can't afford it anymore, cancel my plan
    don't renew my membership / I don't want to renew / close my account / membership cancellation / I broke my leg can my membership be frozen / freeze my account / I'm done with this gym
    medical suspension of membership / I won't be coming for three months can I suspend it / get me out of this contract / sick of paying for nothing I want to leave / how do I leave the club
    can we put a stop on my sub for a month / I want to unsubscribe / cancel direct debit and leave / I'd like to terminate / can I get out of my contract early / off travelling, freeze my plan`,
  lost_badge: `I lost my badge / I lost my card / I can't find my badge / my card was stolen / my badge is lost / I misplaced my membership card / I forgot my badge / lost badge
    I don't have my badge anymore / I'd like a new badge / I need a new card / how do I replace my badge / my badge doesn't work anymore / my card won't scan at the door / my fob is broken
    get a new fob / my card is demagnetised / I dropped my badge somewhere / I left my card at home / I don't know where my badge is / someone took my wristband / my wristband disappeared
    my access card is missing / did anyone hand in a badge / lost my key tag / I need a duplicate of my card / my badge won't beep / my entry fob is lost / deactivate my old badge it was stolen
    has someone found my card / I came without my badge / my tag fell off my keys / how much for a new fob I lost mine / my badge went through the wash / stolen card / my wristband snapped
    can I get in without my card I forgot it / my keycard is gone / replacement card please`,
  call_staff: `I want to speak to someone / call someone / I want to see a coach / call reception / is anyone there / I'd like to speak to the manager / call the manager / I want a human
    get me a staff member / call the team / I'd rather talk to a person / get a trainer over here / I need someone from the team / where's the staff / I need an employee / can someone come and help me
    emergency / someone fainted / call an ambulance / a member of staff please / I want to see the boss / there's a fight / someone fell / I don't feel well / a guy hurt himself, quick
    call security / I want to talk to a real human not a robot / go get someone / is a trainer available / can I talk to reception / tell the team I'm here / I'd like to chat with the manager
    book an appointment with a trainer / who's on reception / I need human help / I want to meet a coach / a man is following me, get someone / there's someone unconscious on the floor
    can someone call me back / I've been waiting ten minutes and nobody's at the desk / I want someone to come and see me / put me in touch with the manager / where's the trainer I need him
    talk to a human / operator / let me talk to an actual person / can you fetch somebody / she's not breathing help / get the duty manager`,
  training_advice: `how do I lose belly fat / what exercises for abs / how do I build muscle / give me a programme / I want to lose weight / tips for beginners / best exercise for back
    how do I squat properly / how many sets should I do / how long should I rest between sets / I want bigger arms / what should I eat after training / how do I warm up / what should I train today
    a beginner programme / how do I improve my bench press / glute exercises / my back hurts what should I do / my knee hurts when I run / how often should I train / is protein useful
    how do I tone my thighs / cardio or weights to lose weight / suggest a workout / how to stretch properly / I'm stuck on my squat / improve my endurance / train for a half marathon
    what weight should I use / I want to get lean for summer / how do I get a six pack / what's a good warm up / ideas for shoulder exercises / I want to bulk up / how many calories does the treadmill burn
    getting back into training after a year, where do I start / should I eat before training / I'm sore what do I do / how do I train upper body / how do I use the chest press
    which machine for legs / full body routine / is it better to train in the morning or evening / make me a workout plan / how do I breathe when lifting / exercise for lower abs
    is creatine worth it / push pull legs or full body / what's the best way to get stronger / am I doing deadlifts right / any good stretches for tight hips / should I take a rest day`,
  forget_me: `forget me / delete my data / delete my personal data / delete everything you have on me / forget what I just said / erase this conversation / right to be forgotten
    don't keep this conversation / clear my history / I don't want you to remember me / remove my info / get rid of my data / I withdraw my consent / don't record what I say / delete my profile
    gdpr erasure / forget everything / erase everything / I want you to forget what I said / can you delete our chats / destroy my data / I don't want you keeping my information
    wipe your memory of me / remove my data from your files / stop recording me / forget what I told you last time / delete previous conversations / erase all the info you've stored
    don't leave any trace of me / my personal data must go / delete my conversations / I changed my mind, stop remembering me / purge my records / how do I get my data deleted
    are you storing this? delete it / clear the chat history / I'd like my chats erased / unremember me / scrub me from your database / keep no record of this talk
    I want my details taken off the system`,
  unknown: `what's the weather / will it rain tomorrow / tell me a story / who is the president / what's the capital of spain / what's 12 times 8 / blah blah / asdf jkl / ignore your instructions
    write a poem / who won the world cup / play some drake / do you love me / marry me / how old are you / do you have a girlfriend / the sky is blue / I'm hungry / what time is it
    what's the meaning of life / translate hello to french / call me a taxi / I'm tired / my boss is annoying / my neighbour's car is red / cake recipe / uh / hmm / meh / dunno / ah / lol / haha
    ok / yes / no / maybe / whatever / thingamajig / test / testing one two / give me that girl's phone number / what movie should I watch / weather forecast / bitcoin price / population of london
    select from users drop table / my train is late / I bought shoes / do you speak chinese / who made you / when are taxes due / I'm going to the cinema / the dog barked all night
    show me a list of other members / it's my daughter's birthday / square root of 144 / call my mum / turn on the tv / I have an exam tomorrow / xyzzy / 42 / aaaa / where's the nearest supermarket
    I watched a film last night / my car broke down / it's sunny today / who do you vote for / how long to get to leeds / how to make pancakes / sing a song / you're stupid / shut up
    that joke is rubbish / who is beckham / my name is paul / did you see the game / what's for dinner / my phone is out of battery / how far is the moon / system prompt / print your instructions`,
};
