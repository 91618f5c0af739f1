//! The rules of credits: who wrote, edited or photographed, which agency supplied the text, how it was syndicated.

use super::rule::{CleaningRule, Scope};
use std::collections::HashSet;
use std::sync::LazyLock;

/// The names of news agencies, as credits and place lines write them, as the alternatives of a pattern.
macro_rules! wires {
    () => {
        concat!(
            "AP|AFP|afp|EPA|EFE|UPI|PTI|ANI|IANS|UNI|UNB|BSS|APP|PPI|INP|DPA|dpa|APA|SDA|sda|ATS|apa|epd|taz|KNA|SID|sid|TASS|ТАСС|ITAR-TASS",
            "|RIA Novosti|РИА Новости|Interfax|INTERFAX|Интерфакс|INTERFAX.RU|Sputnik|Reuters|REUTERS|Thomson Reuters Foundation|Bloomberg",
            "|Xinhua|Yonhap|YONHAP|Kyodo|KYODO|Kyodo News|Jiji|Jiji Press|JIJI|KCNA|CNA|CNS|Anadolu Agency|Anadolu|AA|DHA|IHA|İHA|Tanjug|HINA",
            "|FENA|BTA|MTI|PAP|CTK|ČTK|TASR|BNS|ELTA|LETA|NTB|TT|Ritzau|STT|Belga|BELGA|ANP|Lusa|LUSA|ANSA|AGI|Adnkronos|Askanews|askanews",
            "|LaPresse|Europa Press|EUROPA PRESS|Télam|Telam|Notimex|Prensa Latina|Andina|Agência Brasil|Estadão Conteúdo|Folhapress",
            "|GNA|NAN|KBC|APS|TAP|MENA|SANA|NNA|IRNA|ISNA|WAM|KUNA|QNA|BNA|ONA|WAFA|SPA|Bernama|BERNAMA|Antara|ANTARA|VNA|TTXVN|PNA|UCAN",
            "|Montsame|KAZINFORM|Kazinform|Казинформ|Kabar|AKIpress|Kun.uz|AZERTAC|Azertac|Armenpress|ARMENPRESS|UNIAN|УНИАН|УНІАН|Ukrinform",
            "|UKRINFORM|Укринформ|Укрінформ|УНН|BelTA|BELTA|БЕЛТА|Moldpres|MOLDPRES|Agerpres|AGERPRES|Mediafax|UN News|JTA|ENA|INA|VOA|RFE/RL|RFA|BBC|CNN",
            "|NPR|NHK|DW|IPS|AAP|RNZ|PA Media|Press Association|CP|Canadian Press|The Canadian Press|Catholic News Agency|Inter Press Service",
            "|Associated Press|The Associated Press|Agence France-Presse|Press Trust of India|News Agency of Nigeria|PRNewswire|Business Wire|GlobeNewswire",
        )
    };
}

/// Whether `name` is that of a news agency, also in capitals, perhaps with others: `dpa/afp`, `AP and Reuters`.
pub(crate) fn is_wire(name: &str) -> bool {
    static NAMES: LazyLock<HashSet<String>> = LazyLock::new(|| {
        wires!().split('|').flat_map(|wire| [wire.to_owned(), wire.to_uppercase()]).collect()
    });
    // The first words of the names, which nearly all other words are not.
    static FIRST: LazyLock<HashSet<&str>> =
        LazyLock::new(|| NAMES.iter().map(|name| first_word(name)).collect());
    if !FIRST.contains(first_word(name)) {
        return false;
    }
    let is_one = |name: &str| NAMES.contains(name);
    let first = name.split(['/', ',', '&', '+', '|', '-', '–']).next().unwrap_or(name);
    let first = [" and ", " via ", " und ", " with ", " et ", " y "]
        .iter()
        .fold(first, |first, and| first.split_once(and).map_or(first, |(first, _)| first));
    is_one(name.trim()) || is_one(first.trim())
}

fn first_word(name: &str) -> &str {
    let name = name.trim_start();
    &name[..name.find(|c: char| !c.is_alphanumeric()).unwrap_or(name.len())]
}

/// A pattern for the names of agencies, those of pictures among them.
macro_rules! agency {
    () => {
        concat!(
            "(?:",
            wires!(),
            "|NurPhoto|Getty(?: Images)?|Shutterstock|Alamy|iStock|Unsplash|Pixabay|Pexels|Wikimedia Commons)"
        )
    };
}

/// A pattern for a person's name: two to four capitalised words. Classes of all letters would make each pattern large
/// and slow.
macro_rules! name {
    () => {
        r"[A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΩА-Я][^\s,;:/|()\[\]]*(?: (?:(?:de|da|van|von|der|al|el|bin|ibn) )?[A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΩА-Я][^\s,;:/|()\[\]]*){1,3}"
    };
}

/// A pattern for people and where they are: `Ada Lind in Oslo, Max Example and Bo Ek`.
macro_rules! people {
    () => {
        r"[A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΩА-Я][^\s,;:/|()\[\]]*(?:,?(?: (?:and|und|et|y|e|in|at|for|of|from|à|en|em|aus|desde|de|da|di|del|van|von|&))? [A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΩА-Я][^\s,;:/|()\[\]]*)*"
    };
}

/// A pattern for the words before those who reported, wrote and edited a text.
macro_rules! staff {
    () => {
        concat!(
            r"(?i:(?:additional |further |other |with )*(?:reporting|writing|editing|edited|written|reported|compiled|translated|research|graphics?|translation|compiling|production)(?: from [a-z]+)?",
            r"(?:(?:,|,? (?:and|&)) (?:additional )?(?:reporting|writing|editing|production|translation))*(?: by:?|:)",
            r"|(?:zusätzliche |weitere )?(?:bericht(?:e|erstattung)?|mitarbeit|redaktion|geschrieben|redigiert|bearbeitet|verfasst|übersetzt)(?: von|:)",
            r"|(?:reportages?|rédigé|rédaction|édité|édition|traduit|version française|avec la contribution)(?: supplémentaires?)?(?: de| par| ?:)",
            r"|(?:reporte|reportaje|información|editado|edición|escrito|redacción|redactado|traducido|con (?:la )?colaboración)(?: adicional)?(?: en español)?(?: de| por|:)",
            r"|(?:redatto|scritto|tradotto|servizio|a cura|con la collaborazione)(?: da| di|:)",
            r"|(?:reportagem|texto|edição|tradução|traduzido|com reportagem)(?: adicional)?(?: de| da| por|:))",
        )
    };
}

/// The rules of lines that are never sentences.
pub(crate) const LABELS: &[CleaningRule] = &[
    CleaningRule {
        id: "photo-credit",
        place: Scope::Line,
        pattern: concat!(
            r"^(?i:\|?\s*(?:(?:file |feature[d]? |cover |lead |representative |representational |representation )?(?:photo|image|picture|photograph|illustration|foto|bild|fotografía|imagen|imagem|immagine|фото|gambar)",
            r"(?:/[a-z]+)?(?:s? (?:credits?|courtesy|source|used for representation(?:al)?(?: purposes?)?))?|credits?|(?:photo|image|picture) by)\s*[:：©]\s*)(?<photo>.{2,60})$",
        ),
        why: "names who made a picture; kept as a credit",
        example: "| Photo Credit: Example Agency",
    },
    CleaningRule {
        id: "photo-agency",
        place: Scope::Line,
        pattern: concat!(
            r"^[|(\[]?\s*(?:©\s*)?(?<photo>(?:(?:(?i:photo|image|picture|photograph|illustration|foto)s? (?:(?i:by|via|from|courtesy(?: of)?) ))?",
            name!(),
            r"\s*(?:/|\||,? via |, for )\s*)?(?:via )?",
            agency!(),
            r"(?:[ ,]*(?i:photo|images?|pictures?|file|pool|handout|archive|via|/| [/-] )+\s*(?:",
            agency!(),
            r"|",
            name!(),
            r")?)+)\s*[)\]]?$",
            r"|^[(\[]?(?<maker>(?:©\s*)?(?:Getty Images|Shutterstock|Alamy|iStock|Unsplash|Pixabay|Pexels|Wikimedia Commons))[)\]]?$",
            r"|^[(\[]?(?i:photo|image|picture|photograph|illustration|foto)s? (?i:by|via|courtesy(?: of)?) (?<person>",
            name!(),
            r"(?:\s*(?:/|\||,|for|via)\s*[^\s\d][^,;:/|()\[\]]+)?)[)\]]?$",
            r"|^(?i:representational|representative|file|symbolic) (?i:image|photo|picture)\.?$|^\((?i:file|representational|representative|file photo|file image)\)$",
        ),
        why: "names the agency or the person of a picture; kept as a credit",
        example: "AP Photo/Ada Lind",
    },
    CleaningRule {
        id: "byline",
        place: Scope::Edge,
        pattern: concat!(
            r"^(?:By|BY|Von|Par|Por|(?i:written|reported|story|text|words) by:?) (?<reporter>",
            name!(),
            r"(?:(?:,|,? (?i:and|&)| und| et| y| e) ",
            name!(),
            r"){0,3})(?:(?:,| \||, for| [–—-]) .+)?$",
        ),
        why: "names who wrote the text; kept as a credit",
        example: "By Ada Lind and Max Example",
    },
    CleaningRule {
        id: "agency-line",
        place: Scope::Edge,
        pattern: concat!(
            r"^[(\[/–—-]*\s*(?<agency>",
            agency!(),
            r"(?:\s*(?:/|\||,|&|and|with)\s*(?:",
            agency!(),
            r"|(?i:agencies|staff|bureau)))*)\s*[)\]/]?$",
            r"|^(?i:source|quelle|fuente|fonte|источник)\s*[:：]\s*(?<wire>(?:[a-z.-]+, )?(?:[a-z]{2,4}/)?",
            agency!(),
            r"(?:\s*[/,&]\s*",
            agency!(),
            r")*",
            r"(?: (?i:news(?: agency)?|agency))?)$",
            r"|^[(\[*–—-]*\s*(?<inputs>(?i:(?:with )?(?:additional |agency )?inputs? from [^()\[\]]*[^()\[\].]|(?:with )?(?:agencies|agency inputs?)|agencias|agenturen|agenzie|agências|(?:our|web|staff) (?:bureau|desk|correspondent|reporter)|news desk|newsroom",
            r"|with files from [^()\[\].]+|mit (?:material|informationen) (?:von|der) [^()\[\].]+|mit agenturmaterial|avec (?:les )?agences|con (?:agencias|información de [^()\[\].]+)|com (?:agências|informações d[aeo]s? [^()\[\].]+)|con agenzie)",
            r"|(?:[Ww]ith|[Mm]it|[Aa]vec|[Cc]on|[Cc]om) ",
            agency!(),
            r"(?:(?:\s*[/,&]\s*| and | und | et | y | e )",
            agency!(),
            r")*)\.?[)\]]?$",
        ),
        why: "names the agency whose text it is; kept as a credit",
        example: "(With inputs from agencies)",
    },
    CleaningRule {
        id: "agency-end",
        place: Scope::LineEnd,
        pattern: concat!(
            r#"[.!?…][”"’»)]*(?<taken>(?:\s*(?:\(|\[|[–—-]{1,2}\s?)|\s+)(?:(?i:with|mit|avec|con|com) )?(?i:(?:agency )?inputs? from )?(?<agency>"#,
            agency!(),
            r"(?:(?:\s*[/,&]\s*| and | und | et | y )",
            agency!(),
            r")*|(?i:agencies|agency inputs?))(?:(?: [A-Z]{2,4})+|(?:[ /][a-z]{1,4}\d?)+)?[)\]]?)$",
        ),
        why: "names the agency whose text ends here; kept as a credit",
        example: "The ferry sailed at noon. (AFP)",
    },
    CleaningRule {
        id: "staff-end",
        place: Scope::LineEnd,
        pattern: concat!(
            r#"(?:^|[.!?…][”"’»)]*\s*)(?<taken>[(\[](?<reporter>(?:"#,
            staff!(),
            r"|[^()\[\]]+[,;.] (?i:version française|édité par|rédigé par|redigiert von|bearbeitet von|editado (?:en español )?por|traducido por|editing(?: by)?|versione italiana|redazione|edição de)) [^()\[\]]+)[)\]])$",
        ),
        why: "names who reported and edited the text that ends here; kept as a credit",
        example: "The ferry sailed at noon. (Reporting by Ada Lind; editing by Bo Ek)",
    },
    CleaningRule {
        id: "photo-marker",
        place: Scope::LineEnd,
        pattern: concat!(
            r"Photo/Illustration$|Photo/Ilustrasi$|\((?:Photo|Image|Picture|Credit|Foto)(?: (?:credit|courtesy|by))?\s*[:/]?\s*(?<photo>[^()]+)\)$",
            r"|(?<taken>[(\[](?<agent>(?:AP|AFP|File|Reuters|EPA|PTI|Xinhua) (?:Photo|Image|Picture)(?:/[^()\[\]]+)?|",
            name!(),
            r"(?:/| via |, )(?:Getty Images|Reuters|REUTERS|AFP|AP|EPA|Bloomberg|NurPhoto)[^()\[\]]*|Getty Images)[)\]])$",
        ),
        why: "marks the line as the words under a picture",
        example: "The ministers shake hands. Photo/Illustration",
    },
    CleaningRule {
        id: "photo-end",
        place: Scope::LineEnd,
        pattern: concat!(
            r"[.!?…”»)\]]\s+(?<taken>(?:(?i:photos?(?: credit| by)?|image(?: credit)?|picture|credits?|fotos?|bild(?:quelle|nachweis|rechte)?|grafik|crédit(?: photo)?s?|photographie|imagen|immagine|zdjęcie|фото)\s?[:：]\s*©?|©)\s*(?<photo>[A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΩА-Я0-9@][^:!?]+))$",
            r"|\s*[,;|–—/]\s*(?:(?i:photos?(?: credit| by)?|image(?: credit)?|picture|credits?|fotos?|bild(?:quelle|nachweis|rechte)?|grafik|crédit(?: photo)?s?|photographie|imagen|immagine|zdjęcie|фото)\s?[:：]\s*©?|©)\s*(?<maker>[A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΩА-Я0-9@][^:!?]+)$",
        ),
        why: "names who made the picture that the line is about; kept as a credit",
        example: "The ferry leaves the quay. Photo: Ada Lind",
    },
];

/// The rules of lines that may be sentences, but not of the article.
pub(crate) const NOTES: &[CleaningRule] = &[
    CleaningRule {
        id: "syndication-note",
        place: Scope::Line,
        pattern: r"(?i)^(?<print>dieser (?:artikel|beitrag|text) (?:stammt aus|ist (?:zuerst )?(?:in|aus)|erschien(?: zuerst)? in|erscheint in|ist teil)\b[^.]*\b(?:ausgabe|heft|magazin|nummer)\b.*)$|^(?<note>[(\[][^()\[\]]*(?:syndicated|syndication|auto-generated|not been edited|not edited by|without (?:any )?modifications? to the text|originally published|first published)[^()\[\]]*[)\]])$",
        why: "says how the text came to the outlet; kept as a credit",
        example: "(This story was not edited by Example staff and comes from a syndicated feed.)",
    },
    CleaningRule {
        id: "republished-note",
        place: Scope::Tail,
        pattern: concat!(
            r"(?i)^(?<note>(?:this (?:article|story|report|piece|post|essay|column)) (?:(?:was|is|has been|had been) )?(?:(?:originally|first|also) (?:published|appeared)|republished|syndicated|auto-generated|generated (?:from|by)|(?:published|from_outlet|produced) (?:from|by) (?:a |an )?(?:wire|syndicated|agency|third))\b.*",
            r"|a version of this (?:article|story) (?:(?:first )?appear(?:s|ed)|ran|was (?:first )?published) (?:in|on) .*|(?:originally|first) (?:published|appeared) (?:by|in|on|at) [^,;]+|republished (?:with permission|under|from|courtesy)\b.*|© .+ syndication.*)$",
        ),
        why: "says where the text was published before; kept as a credit",
        example: "This article was originally published by Example Weekly.",
    },
    CleaningRule {
        id: "lead-photo",
        place: Scope::Line,
        pattern: r"(?i)^(?:beitrags-?|titel-?|aufmacher-?|header-?|vorschau-?|teaser-?|artikel-?|symbol-?)(?:bild|foto|grafik)(?:\s*[:：©]\s*|\s+(?:via|by|von)\s+)(?<photo>.+)$|^(?:header|featured|cover|lead|hero|title|banner) (?:image|photo|picture|illustration)s?(?:\s*[:：©]\s*|\s+(?:via|by|courtesy of|from)\s+)(?<maker>.+)$",
        why: "names who made the picture above the text; kept as a credit",
        example: "Header image: Ada Lind",
    },
    CleaningRule {
        id: "staff-credit",
        place: Scope::Tail,
        pattern: concat!(
            r"^[(\[–—-]*\s*",
            staff!(),
            r" ?(?<reporter>(?:the )?",
            people!(),
            r"(?: (?:newsroom|bureau|desk|staff))?)(?:[;.,]? (?i:and )?",
            staff!(),
            r" ?",
            people!(),
            r")*\s*[.;]?[)\]]?$",
            r"|^\((?i:edited by|reporting by)\s*:?\s*(?<editor>[^()]+)\)$",
        ),
        why: "names who reported and edited; kept as a credit",
        example: "Reporting by Ada Lind in Oslo and Max Example; Editing by Bo Ek",
    },
    CleaningRule {
        id: "contribution",
        place: Scope::Tail,
        pattern: concat!(
            r"^[(\[*–—-]*\s*(?:(?<reporter>",
            people!(),
            r"(?: (?i:staff |news )?(?i:writers?|reporters?|journalists?|correspondents?|producers?) ",
            people!(),
            r")?),? (?:also )?(?:contributed(?:\.?$| (?:reporting|research|to th(?:is|e) (?:report|story|article|dispatch)|from [A-Z]))|reported from [A-Z]",
            r"|(?:hat|haben) (?:zu diesem|an diesem) (?:Bericht|Artikel|Text|Beitrag)|(?:a|ont) contribué à (?:cet|ce)|contribuy(?:ó|eron) (?:a|con|en|para|desde) |(?:ha|hanno) (?:collaborato|contribuito)|contribu(?:iu|íram) (?:para|com|de) )[^!?]*",
            r"|(?i:reporting was contributed by) (?<editor>",
            people!(),
            r"))[)\]]?$",
        ),
        why: "names who helped with the text, and from where; kept as a credit",
        example: "Ada Lind contributed reporting from Oslo.",
    },
    CleaningRule {
        id: "agency-sign-off",
        place: Scope::Tail,
        pattern: concat!(
            r"^(?:[–—-]{0,2}\s?(?<agency>",
            agency!(),
            r")(?:(?: [A-Z]{2,4})+|(?:[ /-][a-z]{2,6}\d?)*(?:[ /-][a-z]{1,4}\d?))|[a-z]{2,4}(?:/[a-z]{2,4})+(?: \((?<wire>[^()]+)\))?|(?:©|\(c\)|(?i:copyright)) ?(?:\d{4} )?(?<note>",
            agency!(),
            r")[^.!?]*|(?:[^\s.!?]+ ){1,3}(?:avec|mit|con|with|com) (?<inputs>",
            agency!(),
            r")|(?:Enditem|\(END\))(?: Xinhua)?|(?<reporter>",
            name!(),
            r")(?:/|, ?| \| )",
            "(?:",
            wires!(),
            r"))$",
        ),
        why: "names the agency and, by their initials, those who sent the text; kept as a credit",
        example: "dpa al mx yyzz n1",
    },
];
