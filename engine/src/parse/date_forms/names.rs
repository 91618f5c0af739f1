//! The names that dates are written with: months, weekdays, zones, and the words between them, in the languages that
//! newsrooms write. Names are compared folded, so that each stands here once, whatever its case and accents.

use crate::text::{fold, is_ignorable};
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// The names of the months from January and their short forms, in every form that stands beside a day; a `_` stands
/// for the space in a name of two words.
const MONTHS: [&str; 12] = [
    "january jan januar jänner jän janvier janv enero ene gennaio gen janeiro januari январь января янв січень січня \
     січ styczeń stycznia sty ocak oca tammikuu tammikuuta tammi leden ledna led ianuarie ian január januára ιανουάριος \
     ιανουαρίου ιαν يناير جانفي كانون_الثاني ژانویه ינואר जनवरी siječnja януари gener",
    "february feb februar feber février févr fév febrero febbraio fevereiro fev februari февраль февраля фев февр \
     лютий лютого лют luty lutego lut şubat şub helmikuu helmikuuta helmi únor února úno februarie február februára \
     φεβρουάριος φεβρουαρίου φεβ فبراير شباط فيفري فوریه פברואר फ़रवरी फरवरी veljače февруари febrer",
    "march mar märz mrz mär maerz mars marzo março maart mrt март марта мар березень березня бер marzec marca mart \
     maaliskuu maaliskuuta maalis březen března bře martie március márc marec marts μάρτιος μαρτίου μαρ مارس آذار מרץ \
     मार्च maret ožujka març",
    "april apr avril avr abril abr aprile апрель апреля апр квітень квітня квіт кві kwiecień kwietnia kwi nisan nis \
     huhtikuu huhtikuuta huhti duben dubna dub aprilie április ápr apríl apríla απρίλιος απριλίου απρ أبريل ابريل نيسان \
     أفريل آوریل אפריל अप्रैल travnja април",
    "may mai mayo maggio mag maio mei май мая травень травня трав тра maj maja mayıs toukokuu toukokuuta touko květen \
     května kvě május máj mája μάιος μαΐου μάι مايو أيار ماي مه מאי मई svibnja maig",
    "june jun juni juin junio giugno giu junho июнь июня июн червень червня черв чер czerwiec czerwca cze haziran haz \
     kesäkuu kesäkuuta kesä červen června čvn iunie iun június jún júna ιούνιος ιουνίου ιουν يونيو حزيران جوان ژوئن \
     יוני जून lipnja юни juny",
    "july jul juli juillet juil julio luglio lug julho июль июля июл липень липня лип lipiec lipca lip temmuz tem \
     heinäkuu heinäkuuta heinä červenec července čvc iulie iul július júl júla ιούλιος ιουλίου ιουλ يوليو تموز جويلية \
     ژوئیه יולי जुलाई srpnja юли juliol",
    "august aug août agosto ago augustus август августа авг серпень серпня серп сер sierpień sierpnia sie ağustos ağu \
     elokuu elokuuta elo srpen srpna srp augusztus augusta augusti αύγουστος αυγούστου αυγ أغسطس اغسطس آب أوت אוגוסט \
     अगस्त agustus agu kolovoza agost",
    "september sep sept septembre septiembre set settembre setembro сентябрь сентября сен сент вересень вересня вер \
     wrzesień września wrz eylül eyl syyskuu syyskuuta syys září zář septembrie szeptember szept septembra σεπτέμβριος \
     σεπτεμβρίου σεπτ σεπ سبتمبر أيلول سپتامبر ספטמבר सितंबर सितम्बर rujna септември setembre",
    "october oct oktober okt octobre octubre ottobre ott outubro out октябрь октября окт жовтень жовтня жовт жов \
     październik października paź ekim eki lokakuu lokakuuta loka říjen října říj octombrie október októbra οκτώβριος \
     οκτωβρίου οκτ أكتوبر اكتوبر تشرين_الأول اکتبر אוקטובר अक्टूबर октомври",
    "november nov novembre noviembre novembro ноябрь ноября нояб ноя листопад листопада лист лис listopad listopada lis \
     kasım kas marraskuu marraskuuta marras listopadu noiembrie noi novembra νοέμβριος νοεμβρίου νοε نوفمبر \
     تشرين_الثاني نوامبر נובמבר नवंबर नवम्बर studenoga ноември",
    "december dec dezember dez décembre déc diciembre dic dicembre dezembro декабрь декабря дек грудень грудня груд гру \
     grudzień grudnia gru aralık ara joulukuu joulukuuta joulu prosinec prosince prosinca decembrie decembra desember \
     des δεκέμβριος δεκεμβρίου δεκ ديسمبر كانون_الأول دسامبر דצמבר दिसंबर दिसम्बर декември desembre",
];

/// The months of the Persian calendar, from Farvardin.
const PERSIAN: [&str; 12] =
    ["فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"];

/// The names of the weekdays and their short forms; which is which does not matter, since outlets get the weekday wrong
/// more often than the day of the month.
const WEEKDAYS: &str = "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri \
    sat sun montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so lundi mardi \
    mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim lunes martes miércoles jueves viernes sábado \
    domingo mié jue vie sáb dom lunedì martedì mercoledì giovedì venerdì sabato domenica gio segunda terça quarta \
    quinta sexta feira seg ter qua qui sex maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma wo vr za zo \
    понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс понеділок вівторок середа \
    четвер пятниця субота неділя нд poniedziałek wtorek środa czwartek piątek sobota niedziela pon wt śr czw pt pią sob \
    niedz pazartesi salı çarşamba perşembe cuma cumartesi pazar pzt sal çar per cum cmt paz måndag tisdag onsdag \
    torsdag fredag lördag söndag mån tis ons tors tor fre lör sön mandag tirsdag lørdag søndag man tir tirs søn \
    maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai maanantaina tiistaina keskiviikkona torstaina \
    perjantaina lauantaina sunnuntaina ti ke to pe la su pondělí úterý středa čtvrtek pátek neděle po út st čt pá ne \
    luni marți miercuri joi vineri sâmbătă duminică hétfő kedd szerda csütörtök péntek szombat vasárnap δευτέρα τρίτη \
    τετάρτη πέμπτη παρασκευή σάββατο κυριακή δευ τρι τετ πεμ παρ σαβ κυρ senin selasa rabu kamis jumat sabtu minggu sen \
    sel rab kam jum sab min الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد دوشنبه سهشنبه چهارشنبه پنجشنبه \
    جمعه شنبه یکشنبه יום ראשון שני שלישי רביעי חמישי שישי שבת सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार";

/// The words between a day, its month and its year: `28th of June`, `25 de junio de 2018`.
const LINKS: &str = "of de del d da di den the г года року р r rok roku tahun año";

/// The words between a day and its time.
const BEFORE_TIMES: &str = "at um a à las los alle ore às as kl klo o в о om saat saati pukul jam la ora г года року р r \
    godz ob u v den de h the الساعة ساعت στις 오전 오후 午前 午後 上午 下午 晚上 下午";

/// The zones that bear one name, in minutes before UTC; the American ones as RFC 822 has them. `IST` and `BST` are
/// several.
const ZONES: &[(&str, i32)] = &[
    ("Z", 0),
    ("UT", 0),
    ("UTC", 0),
    ("GMT", 0),
    ("WET", 0),
    ("WEST", 60),
    ("CET", 60),
    ("CEST", 120),
    ("MEZ", 60),
    ("MESZ", 120),
    ("EET", 120),
    ("EEST", 180),
    ("MSK", 180),
    ("EST", -300),
    ("EDT", -240),
    ("CST", -360),
    ("CDT", -300),
    ("MST", -420),
    ("MDT", -360),
    ("PST", -480),
    ("PDT", -420),
    ("JST", 540),
    ("KST", 540),
    ("AEST", 600),
    ("AEDT", 660),
    ("NZST", 720),
    ("NZDT", 780),
    ("HKT", 480),
    ("SGT", 480),
    ("WIB", 420),
    ("SAST", 120),
    ("CAT", 120),
    ("EAT", 180),
    ("WAT", 60),
];

/// The languages that put the day first wherever they write a date in numbers alone.
const DAY_FIRST: &str = "de fr it es pt nl ru uk be pl tr sv nb nn no da fi is cs sk sl hr sr bs ro el id ms bg ca gl \
    et lv mk sq vi ar he hi bn";

/// The regions of English that put the day first.
const ENGLISH: &str = "gb uk au nz ie in pk bd lk ng ke gh ug tz sg my";

/// The order of day and month in a date such as `05/06/2024`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    /// The day comes first.
    DayMonth,
    /// The month comes first.
    MonthDay,
}

/// The countries whose languages all put the day first, as the ends of their hosts.
const COUNTRIES: &str = "de at ch fr it es pt br nl be ru ua pl tr se no dk fi cz sk ro gr id ar mx cl co pe uy il in uk ie au nz";

/// The order in which the pages of a country write the numbers of a date, by the end of a host: `de`.
pub(crate) fn order_in(country: &str) -> Option<DateOrder> {
    COUNTRIES.split_whitespace().any(|known| known == country).then_some(DateOrder::DayMonth)
}

/// `word` as names are compared.
pub(super) fn plain(word: &str) -> String {
    let mut folded = String::new();
    word.chars().filter(|c| !is_ignorable(*c)).for_each(|c| fold(c, &mut folded));
    folded
}

fn words(list: &str) -> impl Iterator<Item = String> {
    list.split_whitespace().map(|word| plain(&word.replace('_', " ")))
}

/// Which calendar a month is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Month {
    /// The month, 1 to 12.
    Gregorian(u32),
    /// The month, 1 to 12.
    Persian(u32),
}

/// The month of a folded name.
pub(super) fn month(name: &str) -> Option<Month> {
    static ALL: LazyLock<HashMap<String, Month>> = LazyLock::new(|| {
        let gregorian =
            (1..).zip(MONTHS).flat_map(|(n, list)| words(list).map(move |w| (w, Month::Gregorian(n))));
        let persian = (1..).zip(PERSIAN).map(|(n, name)| (plain(name), Month::Persian(n)));
        gregorian.chain(persian).collect()
    });
    // Hebrew writes "in" before the month as its first letter.
    ALL.get(name).or_else(|| ALL.get(name.strip_prefix('ב')?)).copied()
}

/// Whether a folded word is the name of a weekday.
pub(super) fn is_weekday(word: &str) -> bool {
    static ALL: LazyLock<HashSet<String>> = LazyLock::new(|| words(WEEKDAYS).collect());
    ALL.contains(word)
}

/// Whether a folded word may stand between a day, its month and its year.
pub(super) fn is_link(word: &str) -> bool {
    static ALL: LazyLock<HashSet<String>> = LazyLock::new(|| words(LINKS).collect());
    ALL.contains(word)
}

/// Whether a folded word may stand between a day and its time.
pub(super) fn is_before_time(word: &str) -> bool {
    static ALL: LazyLock<HashSet<String>> = LazyLock::new(|| words(BEFORE_TIMES).collect());
    ALL.contains(word)
}

/// The offset of a zone from UTC in seconds, by its name.
pub(super) fn zone(name: &str) -> Option<i32> {
    ZONES.iter().find(|(known, _)| *known == name).map(|(_, minutes)| minutes * 60)
}

/// Whether words are written without spaces around `c`: a date may follow it at once.
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}')
}

/// The order in which the language of a tag (`de`, `en-GB`) writes the numbers of a date; `None` where it is not one.
pub(crate) fn order_of(language: &str) -> Option<DateOrder> {
    let mut subtags = language.split(['-', '_']).map(str::to_lowercase);
    let (primary, region) = (subtags.next()?, subtags.next_back());
    let listed = |list: &str, tag: &str| list.split_whitespace().any(|known| known == tag);
    let english = primary == "en" && region.as_deref().is_some_and(|region| listed(ENGLISH, region));
    let day_first = listed(DAY_FIRST, &primary) && !matches!(region.as_deref(), Some("us" | "pr"));
    (english || day_first).then_some(DateOrder::DayMonth)
}

#[cfg(test)]
mod tests {
    use super::{DateOrder, MONTHS, Month, month, order_of, words};

    #[test]
    fn no_name_is_of_two_months() {
        for (n, list) in (1..).zip(MONTHS) {
            for name in words(list) {
                assert_eq!(month(&name), Some(Month::Gregorian(n)), "{name}");
            }
        }
    }

    #[test]
    fn languages_have_an_order() {
        for (language, order) in [
            ("de", Some(DateOrder::DayMonth)),
            ("pt-BR", Some(DateOrder::DayMonth)),
            ("en_GB", Some(DateOrder::DayMonth)),
            ("en", None),
            ("en-US", None),
            ("es-US", None),
            ("ja", None),
        ] {
            assert_eq!(order_of(language), order, "{language}");
        }
    }
}
