//! The towns that news is written from, of which one alone, not in capitals and without an agency, may head a text:
//! `Kyiv • The ferry sailed.` Of any other town more must be said.

use crate::text::Tokens;
use std::collections::HashSet;
use std::sync::LazyLock;

/// Capitals and seats of the world's bodies and large newsrooms, in English and as the languages of its agencies name
/// them, each once; a `_` stands for a space. They are compared folded.
const TOWNS: &str = "abidjan abu_dhabi abuja accra addis_ababa algiers almaty amman amsterdam \
    andorra_la_vella ankara antananarivo apia ashgabat asmara asunción astana athens auckland baghdad baku \
    bamako bandar_seri_begawan bangkok bangui banjul barcelona basel beijing beirut belfast belgrade \
    belmopan berlin bern bishkek bissau bogotá bombay bonn boston brasília bratislava brazzaville \
    bridgetown brussels bucharest budapest buenos_aires bujumbura cairo calcutta canberra cape_town \
    caracas cardiff castries chennai chicago chişinău colombo conakry copenhagen cotonou dakar damascus \
    dar_es_salaam davos delhi dhaka dili djibouti dodoma doha dubai dublin dushanbe edinburgh frankfurt \
    freetown funafuti gaborone gaza gaza_city geneva georgetown guatemala_city hamburg hanoi harare havana \
    helsinki ho_chi_minh_city hong_kong honiara houston hyderabad islamabad istanbul jakarta jerusalem \
    johannesburg juba kabul kampala karachi kathmandu khartoum kiev kigali kingston kinshasa kolkata \
    kuala_lumpur kuwait_city kyiv kyoto lagos lahore la_paz libreville lilongwe lima lisbon ljubljana lomé \
    london los_angeles luanda lusaka luxembourg macau madrid majuro malabo malé managua manama manila \
    maputo maseru mbabane melbourne mexico_city miami milan minsk mogadishu monaco monrovia montevideo \
    montreal moroni moscow mumbai munich muscat nairobi nassau naypyidaw n'djamena new_delhi new_york \
    niamey nicosia nouakchott nuku'alofa nur-sultan nuuk osaka oslo ottawa ouagadougou palikir panama_city \
    paramaribo paris peshawar phnom_penh podgorica port-au-prince port_louis port_moresby port_of_spain \
    porto-novo port_vila prague praia pretoria pristina pyongyang quito rabat ramallah rangoon reykjavik \
    riga rio_de_janeiro riyadh rome roseau saint_petersburg san_francisco san_josé san_juan sanaa sana'a \
    san_salvador santiago santo_domingo são_paulo são_tomé sarajevo seoul shanghai singapore skopje sofia \
    st_petersburg stockholm strasbourg sukhumi suva sydney taipei tallinn tarawa tashkent tbilisi \
    tegucigalpa tehran tel_aviv the_hague thimphu tirana tokyo toronto tripoli tskhinvali tunis \
    ulaanbaatar ulan_bator united_nations vaduz valletta vatican_city vienna vientiane vilnius warsaw \
    washington wellington windhoek yamoussoukro yangon yaoundé yerevan zagreb zürich zurich algier athen \
    belgrad brüssel bukarest damaskus den_haag genf hongkong jerewan kairo kapstadt khartum kiew \
    kopenhagen lissabon luxemburg mailand mexiko-stadt moskau münchen peking prag pjöngjang rom singapur \
    straßburg taschkent teheran tiflis tripolis warschau wien alger athènes bagdad beyrouth bruxelles \
    bucarest copenhague damas djakarta genève jérusalem kaboul la_havane la_haye le_caire lisbonne londres \
    mexico moscou nicosie pékin rangoun riyad séoul singapour téhéran varsovie vienne argel atenas \
    belgrado berlín berna bruselas ciudad_de_méxico ciudad_de_panamá damasco el_cairo estambul estocolmo \
    ginebra jartum jerusalén la_habana la_haya lisboa moscú nueva_delhi nueva_york pekín pionyang praga \
    roma seúl sofía teherán tokio túnez varsovia viena amã assunção bagdá bruxelas bucareste camberra \
    cidade_do_méxico genebra jacarta jerusalém moscovo nova_délhi nova_york nova_iorque pequim seul teerã \
    teerão tóquio varsóvia atene berlino città_del_vaticano gerusalemme ginevra il_cairo l'avana lisbona \
    londra lussemburgo milano mosca napoli nuova_delhi parigi pechino stoccolma torino varsavia zagabria \
    москва киев минск астана ташкент бишкек душанбе ашхабад баку ереван тбилиси кишинев рига вильнюс \
    таллин санкт-петербург лондон париж берлин вашингтон пекин токио брюссель женева анкара стамбул \
    тегеран дамаск варшава прага рим мадрид вена белград київ мінськ jeddah mecca bengaluru bangalore \
    ahmedabad pune jaipur lucknow patna bhopal chandigarh srinagar jammu guwahati kochi thiruvananthapuram \
    bhubaneswar ranchi raipur shimla dehradun panaji imphal shillong rawalpindi quetta multan faisalabad \
    chittagong chattogram kandy mandalay surabaya cebu_city davao_city mombasa kisumu kano kaduna \
    port_harcourt ibadan kumasi durban bulawayo aleppo basra mosul erbil kharkiv odesa lviv mariupol \
    donetsk simferopol vladivostok guangzhou shenzhen busan hiroshima fukushima brisbane perth adelaide \
    vancouver calgary philadelphia atlanta dallas denver detroit seattle las_vegas new_orleans baltimore \
    minneapolis honolulu marseille lyon toulouse turin naples venice seville düsseldorf cologne köln \
    stuttgart dresden leipzig hannover bremen rotterdam antwerp gothenburg malmö gdańsk kraków medellín \
    guadalajara monterrey tijuana washington_d.c. washington_dc";

static FOLDED: LazyLock<HashSet<String>> =
    LazyLock::new(|| TOWNS.split_whitespace().map(|town| folded(&town.replace('_', " "))).collect());

/// Whether `town` is one of them.
pub(super) fn is_known(town: &str) -> bool {
    FOLDED.contains(&folded(town))
}

fn folded(text: &str) -> String {
    let words: Vec<String> = Tokens::of(text).iter().map(|token| token.folded.to_owned()).collect();
    words.join(" ")
}
