//! The words that decide whether a capital is a place or a government.

use crate::actors::words::Words;

/// Words before a capital that make it a place.
pub(super) const IN: Words = Words(
    "in near outside inside around across via downtown central within above into throughout northern \
    southern eastern western beneath onto nearby greater suburban",
);
/// Words before `in` with which a capital is a government: `confidence in Moscow`.
pub(super) const TRUST: Words =
    Words("confidence trust faith distrust mistrust belief believe interested trusts disappointed");
/// Words before `at` with which a capital is a government: `aimed at Moscow`.
pub(super) const AIMED: Words = Words(
    "aimed directed anger angry fury furious targeted swipe jab levelled leveled lashed out back hit \
    hits pointed criticism jabs frustration frustrated outrage aim dig",
);
/// Words of travel and traffic: with `to`, `for` or `from` after them the capital is a place.
pub(super) const TRAVEL: Words = Words(
    "visit visits visited visiting trip trips travel travels travelled traveled travelling traveling \
    flew fly flies flying flown flight flights return returns returned returning arrive arrives \
    arrived arriving arrival head heads headed heading went tour left leaves leaving journey drove \
    drive driving moved departed departs bound route road way train trains bus buses convoy \
    motorcade plane planes march marched marching advance advanced rushed summoned recalled expelled \
    evacuated deported extradited fled flee fleeing escaped reporting reported live walked sailed \
    relocated relocate invited delegation highway railway going",
);
/// Distances: with `from` after them the capital is a place.
pub(super) const DISTANCE: Words =
    Words("km kilometres kilometers kilometre kilometer miles mile minutes hours hour metres away");
/// Words that end the search backwards from a preposition for a word of travel.
pub(super) const CLAUSE: Words = Words(
    "to and that which who said after before as while when but by if because since has have had is \
    was were weapons arms",
);
/// Parts and neighbours of a city: with `of` after them the capital is a place.
pub(super) const PARTS: Words = Words(
    "outskirts people citizens streets street suburb suburbs centre center city port skies mayor \
    siege battle fall capture bombing shelling north south east west northeast northwest southeast \
    southwest heart capital district districts residents inhabitants bishop archbishop university \
    neighbourhood neighborhood neighbourhoods neighborhoods parts region metropolis edge evacuation \
    occupation",
);
/// What is done to a city: with `on` after them the capital is a place.
pub(super) const ASSAULT: Words = Words(
    "attack attacks strike strikes assault raid raids march marched advance bombardment barrage fire \
    fired bombs descended descend missiles rained converged",
);
/// Verbs whose object is a place.
pub(super) const REACH: Words = Words(
    "visit visits visited visiting left leaves leaving reached reaches toured tours entered enters \
    bombed shelled besieged encircled captured recaptured seized stormed evacuated fled flee rocked \
    rocks shook shakes overran departed arrives arrive flooded floods hosted quit lands pounded \
    pounds overrun surrounded occupied liberated roamed paralysed paralyzed paralyses blanketed \
    engulfed surround",
);
/// What is done to a place, or with sanctions to a government.
pub(super) const STRIKE: Words = Words("struck strikes strike hit hits attacked targeted pummelled battered");
/// Verbs whose object is a government.
pub(super) const TELL: Words = Words(
    "accuse accused accuses accusing warn warned warns warning urge urged urges urging tell told \
    tells telling ask asked asks asking blame blamed blames blaming press pressed pressing condemn \
    condemned condemns criticise criticised criticises criticize criticized criticizes provoke \
    provoked helped help thanked support supported supports backed angered isolate deter persuade \
    persuaded convince pressure pressured force forced allow allowed arm arming embolden offered \
    sanction",
);
/// Words before a capital that make it a government.
pub(super) const WITH: Words = Words("with by against both toward towards without between");
/// Words after a capital, or after its possessive, that make it a place.
pub(super) const PLACES: Words = Words(
    "dc area airport airports suburb suburbs province metro city hospital hospitals university square \
    streets street station stations resident residents district districts hub mayor olympics \
    marathon hotel hotels stadium theatre theater museum zoo school schools skyline traffic weather \
    neighbourhood neighborhood neighbourhoods neighborhoods outskirts downtown centre center subway \
    underground tube port harbour harbor cathedral park restaurant restaurants shops bridge tower \
    apartment flat studio club cafe mosque church prison jail landmark",
);
/// Words right after a capital that make it a place: what happens there, and who works there.
pub(super) const EVENTS: Words = Words(
    "based born bound native time police court courts prosecutor prosecutors summit conference \
    meeting talks games exchange bureau correspondent office embassy embassies home agreement region \
    accord accords deal protocol treaty declaration communique market markets stock broker brokers \
    dealer dealers trader traders banker bankers investor investors bank banks listing trading \
    futures pact convention lawyer lawyers newspaper newspapers firm firms businessman politician \
    crowd protest protests rally tournament derby derbies side fashion climate",
);
/// Organs of a government: what they do, the government does.
pub(super) const ORGANS: Words = Words(
    "ministry minister president parliament army military government forces navy leader leaders \
    officials diplomats envoy ambassador spokesman spokeswoman policy regime troops intelligence \
    foreign defence defense",
);
/// Words after `in` and a possessive with which a capital is a government: `in Moscow’s interest`.
pub(super) const HELD: Words = Words(
    "interest interests view views favour favor orbit hands eyes policy policies approach stance \
    position decision attitude behaviour behavior tone strategy response efforts effort campaign war \
    rhetoric plans plan sights crosshairs name favourite power foreign long best own strategic \
    nuclear role relations ties calculus thinking shift change claims",
);
/// Words that end the noun after a possessive.
pub(super) const NOT_NOUNS: Words = Words(
    "said says in on at to of for with by from and or as is was has had will would that which after \
    over",
);
/// Verbs whose subject is a government.
pub(super) const VERBS: Words = Words(
    "said says has had have is was are were would will could should may might must can cannot did \
    does do not also still now never itself sent made took gave began held saw knew sees wants seeks \
    insists denies warns accuses urges calls rejects vows pledges plans hopes claims believes backs \
    blames condemns threatens considers fears faces needs agrees tells makes takes gives keeps puts \
    sets sends looks remains continues appears seems refuses offers announces orders summons expels \
    imposes lifts bans signs recognises recognizes hails slams shrugs maintains accepts demands \
    responds",
);
