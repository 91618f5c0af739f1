//! The words that decide whether a capital is a place or a government.

use crate::text::Words;

/// Words before a capital that make it a place.
pub(super) static IN: Words = Words::new(
    "in near outside inside around across via downtown central within above into throughout northern \
    southern eastern western beneath onto nearby greater suburban",
);
/// Words before `in` with which a capital is a government: `confidence in Moscow`.
pub(super) static TRUST: Words =
    Words::new("confidence trust faith distrust mistrust belief believe interested trusts disappointed");
/// Words before `at` with which a capital is a government: `aimed at Moscow`.
pub(super) static AIMED: Words = Words::new(
    "aimed directed anger angry fury furious targeted swipe jab levelled leveled lashed out back hit \
    hits pointed criticism jabs frustration frustrated outrage aim dig",
);
/// Words of travel and traffic: with `to`, `for` or `from` after them the capital is a place.
pub(super) static TRAVEL: Words = Words::new(
    "visit visits visited visiting trip trips travel travels travelled traveled travelling traveling \
    flew fly flies flying flown flight flights return returns returned returning arrive arrives \
    arrived arriving arrival head heads headed heading went tour left leaves leaving journey drove \
    drive driving moved departed departs bound route road way train trains bus buses convoy \
    motorcade plane planes march marched marching advance advanced rushed summoned recalled expelled \
    evacuated deported extradited fled flee fleeing escaped reporting reported live walked sailed \
    relocated relocate invited delegation highway railway going",
);
/// Distances: with `from` after them the capital is a place.
pub(super) static DISTANCE: Words =
    Words::new("km kilometres kilometers kilometre kilometer miles mile minutes hours hour metres away");
/// Words that end the search backwards from a preposition for a word of travel.
pub(super) static CLAUSE: Words = Words::new(
    "to and that which who said after before as while when but by if because since has have had is \
    was were weapons arms",
);
/// Parts and neighbours of a city: with `of` after them the capital is a place.
pub(super) static PARTS: Words = Words::new(
    "outskirts people citizens streets street suburb suburbs centre center city port skies mayor \
    siege battle fall capture bombing shelling north south east west northeast northwest southeast \
    southwest heart capital district districts residents inhabitants bishop archbishop university \
    neighbourhood neighborhood neighbourhoods neighborhoods parts region metropolis edge evacuation \
    occupation",
);
/// What is done to a city: with `on` after them the capital is a place.
pub(super) static ASSAULT: Words = Words::new(
    "attack attacks strike strikes assault raid raids march marched advance bombardment barrage fire \
    fired bombs descended descend missiles rained converged",
);
/// Verbs whose object is a place.
pub(super) static REACH: Words = Words::new(
    "visit visits visited visiting left leaves leaving reached reaches toured tours entered enters \
    bombed shelled besieged encircled captured recaptured seized stormed evacuated fled flee rocked \
    rocks shook shakes overran departed arrives arrive flooded floods hosted quit lands pounded \
    pounds overrun surrounded occupied liberated roamed paralysed paralyzed paralyses blanketed \
    engulfed surround",
);
/// What is done to a place, or with sanctions to a government.
pub(super) static STRIKE: Words =
    Words::new("struck strikes strike hit hits attacked targeted pummelled battered");
/// Verbs whose object is a government.
pub(super) static TELL: Words = Words::new(
    "assure assured assures hail hailed hails praise praised praises commend commended accuse accused accuses \
    accusing warn warned warns warning urge urged urges urging tell told tells telling ask asked asks asking \
    blame blamed blames blaming press pressed pressing condemn condemned condemns criticise criticised \
    criticises criticize criticized criticizes provoke provoked helped help thanked support supported \
    supports backed angered isolate deter persuade persuaded convince pressure pressured force forced allow \
    allowed arm arming embolden offered sanction gave give gives given giving supplied supplies supply wants \
    wanted want",
);
/// Words before a capital that make it a government.
pub(super) static WITH: Words = Words::new("with by against both toward towards without between");
/// Words after a capital, or after its possessive, that make it a place.
pub(super) static PLACES: Words = Words::new(
    "index bourse stocks shares dc area airport airports suburb suburbs province metro city hospital hospitals university square \
    streets street station stations resident residents district districts hub mayor olympics \
    marathon hotel hotels stadium theatre theater museum zoo school schools skyline traffic weather \
    neighbourhood neighborhood neighbourhoods neighborhoods outskirts downtown centre center subway \
    underground tube port harbour harbor cathedral park restaurant restaurants shops bridge tower \
    apartment flat studio club cafe mosque church prison jail landmark",
);
/// Words right after a capital that make it a place: what happens there, and who works there.
pub(super) static EVENTS: Words = Words::new(
    "based born bound native time police court courts prosecutor prosecutors summit conference \
    meeting talks games exchange bureau correspondent office embassy embassies home agreement region \
    accord accords deal protocol treaty declaration communique market markets stock broker brokers \
    dealer dealers trader traders banker bankers investor investors bank banks listing trading \
    futures pact convention lawyer lawyers newspaper newspapers firm firms businessman politician \
    crowd protest protests rally tournament derby derbies side fashion climate",
);
/// Organs of a government: what they do, the government does.
pub(super) static ORGANS: Words = Words::new(
    "ministry minister president parliament army military government forces navy leader leaders \
    officials diplomats envoy ambassador spokesman spokeswoman policy regime troops intelligence \
    foreign defence defense",
);
/// Words after `in` and a possessive with which a capital is a government: `in Moscow’s interest`.
pub(super) static HELD: Words = Words::new(
    "interest interests view views favour favor orbit hands eyes policy policies approach stance \
    position decision attitude behaviour behavior tone strategy response efforts effort campaign war \
    rhetoric plans plan sights crosshairs name favourite power foreign long best own strategic \
    nuclear role relations ties calculus thinking shift change claims",
);
/// Words that end the noun after a possessive.
pub(super) static NOT_NOUNS: Words = Words::new(
    "said says in on at to of for with by from and or as is was has had will would that which after \
    over",
);
/// Verbs whose subject is a state, which its short form stands for: `the North`.
pub(super) static VERBS: Words = Words::new(
    "said says has had have is was are were would will could should may might must can cannot did \
    does do not also still now never itself sent made took gave began held saw knew sees wants seeks \
    insists denies warns accuses urges calls rejects vows pledges plans hopes claims believes backs \
    blames condemns threatens considers fears faces needs agrees tells makes takes gives keeps puts \
    sets sends looks remains continues appears seems refuses offers announces orders summons expels \
    imposes lifts bans signs recognises recognizes hails slams shrugs maintains accepts demands \
    responds",
);
/// Verbs of saying, deciding and dealing, whose subject is a government.
pub(super) static DEALS: Words = Words::new(
    "begin buy assure resist abandon abrogate accede accept accuse acknowledge act address admit advise \
    advocate agree aim allege allow announce annul appeal apply appoint approve argue arm ask assert \
    attempt authorise authorize avoid await back ban bar blame block boycott brand bristle brush call \
    cancel caution cede celebrate challenge charge cite claim close comment commit compensate complain \
    comply concede conclude condemn confirm consent consider consult contend cooperate co counter \
    criticise criticize cultivate curb cut dare decide declare decline defend demand denounce deny \
    deplore deploy describe desire deter disagree dismiss dispatch dispute distance downplay draft \
    embrace encourage endorse engage enlist ensure enter erect escalate expect expel explain exploit \
    export express extend extradite face fail fault favour favor fear finance follow force formalise \
    formalize fund give grant hail halt hand hesitate hint host hold honour honor hope ignore impose \
    indicate insist intend intervene invade invest invite invoke issue join judge justify keep label \
    launch lift link list lobby look maintain manoeuvre mobilise mobilize move negotiate normalise \
    normalize notify object offer oppose order outlaw overrule owe pardon pass permit pay persist \
    persuade plan play pledge postpone praise prefer prepare press pressure proclaim prohibit promise \
    propose protest provide provoke publish purchase pursue push question react reaffirm realise \
    realize rebuff rebuke recall recognise recognize reconsider refuse regard regret reiterate reject \
    relent release rely remain renew renounce reply repatriate reopen repeat request rescind resolve \
    respond restore resume retaliate retreat reveal reverse revoke rule safeguard sanction scold scrap \
    scorn seek seem send sever share shield shrug sign signal slam snub station stop stress strip \
    strive submit suggest summon supply support surrender suspect suspend swap take target tell \
    terminate test think threaten tolerate tout trade train treat trust try turn unveil urge use veto \
    view violate voice vote vow wait want warn weigh welcome widen withhold worry yield undermine \
    underline underestimate upgrade vie believe ship receive gain acquire benefit depend intensify \
    control annex occupy seize transfer estimate step concentrate conduct develop produce deliver \
    donate detain arrest jail free blockade bomb shell attack raid calculate cave gamble bet \
    wage defy apologise apologize balk bargain clash compromise confront convince court \
    deport enact enforce inform mediate monitor mourn opt \
    plead punish ratify rebut renege spurn stall \
    tighten",
);
/// Their forms that follow no rule.
pub(super) static DEALT: Words = Words::new(
    "done said says paid withheld upheld told made makes make making took taken gave given began begun held \
    saw seen knew known thought sought fought broke broken withdrew withdrawn withdraws withdraw put puts \
    met meets meet spoke spoken chose chosen won let lets set sets sent kept left drew drawn laid struck \
    sold bought lent built builds hit hits swore sworn forbade forbidden bowed backs feels felt means meant \
    needs needed hopes understood understands fires fired bans banned continues continued appears appeared \
    sees see know knows mulls mulled eyes eyed lost lose became become becomes running shot",
);
/// Verbs that only help another one.
pub(super) static HELPS: Words = Words::new(
    "cant wont wouldnt couldnt shouldnt isnt wasnt hasnt hadnt doesnt didnt arent has had have is are was \
    were been being be will would could should may might must can cannot did does do to",
);
/// Adverbs between the parts of a verb.
pub(super) static ADVERBS: Words = Words::new(
    "not also still now never itself already since then again even yet always often no longer soon just once",
);
/// What a government is, behind a form of `to be`: what it wants and feels, whose friend it is, what is said of it.
pub(super) static STANCES: Words = Words::new(
    "favourable favorable indignant unmoved unhelpful ready willing unwilling keen eager reluctant determined \
    concerned worried afraid wary confident convinced prepared committed opposed open happy unhappy pleased \
    angry furious alarmed cautious suspicious guilty responsible behind under in against set bound entitled \
    obliged unable able likely unlikely sure certain aware hopeful adamant silent grateful allies ally \
    friends friend partners partner rivals rival enemies enemy foes neighbours neighbors isolated involved \
    complicit serious right wrong believed thought accused said expected reported",
);
/// What stands behind the verb of a market: `Seoul closed lower`.
pub(super) static MEASURED: Words = Words::new(
    "up down lower higher flat firmer weaker stronger steady mixed unchanged little points percent",
);
/// Words with which what is behind their preposition is a government: `pressure on Oslo`, `sold boats to Hanoi`.
pub(super) static DEALINGS: Words = Words::new(
    "balloons drones aid arms weapons weaponry missiles ammunition letter letters message messages signal \
    signals warning warnings threat threats concession concessions support loyalty loans loan pressure \
    sanctions sanction embargo demands demand appeal appeals proposal offer note protest protests hostility \
    opposition gesture answer reply response relations ties influence leverage leaned lean imposed impose \
    allegiance deference close closer loyal hostile friendly sold sell sells selling sent send sends sending \
    gave gives give handed supplied supplies supply ceded cede turned belongs belonged grateful thanks blow \
    boost victory defeat setback relief approval permission recognition assurances guarantees promise \
    promises pledge pledges money cash payment payments order orders instructions tariffs duties war curbs \
    restrictions ban word statement denial comment reaction request requests help calls call caving cave caved \
    bow bowing bowed ultimatum overture overtures",
);
/// Words of a time between a government and its verb: `on Monday`, `last week`, `however`.
pub(super) static TIMES: Words = Words::new(
    "on last this earlier later recently yesterday today tomorrow week month year monday tuesday wednesday thursday \
    friday saturday sunday however meanwhile too",
);
