//! The rules of credits: who wrote, edited or photographed, which agency supplied the text, how it was syndicated.

use super::rule::{CleaningRule, Scope};

/// A pattern for the names of agencies, as credits write them.
macro_rules! agency {
    () => {
        r"(?:AP|AFP|EPA|EFE|UPI|PTI|ANI|IANS|UNB|DPA|dpa|APA|SDA|TASS|RIA Novosti|Reuters|REUTERS|Bloomberg|Xinhua|Yonhap|YONHAP|Kyodo|KCNA|CNA|Anadolu(?: Agency)?|AA|Tanjug|Bernama|Antara|ANTARA|NurPhoto|Getty(?: Images)?|Shutterstock|Alamy|iStock|Unsplash|Pixabay|Pexels|Wikimedia Commons|Associated Press|The Associated Press|Agence France-Presse|Press Trust of India)"
    };
}

/// A pattern for a person's name: two to four capitalised words. Classes of all letters would make each pattern large
/// and slow.
macro_rules! name {
    () => {
        r"[A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΩА-Я][^\s,;:/|()\[\]]*(?: (?:(?:de|da|van|von|der|al|el|bin|ibn) )?[A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΩА-Я][^\s,;:/|()\[\]]*){1,3}"
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
            r"^[(\[–—-]*\s*(?<agency>",
            agency!(),
            r"(?:\s*(?:/|\||,|&|and|with)\s*(?:",
            agency!(),
            r"|(?i:agencies|staff|bureau)))*)\s*[)\]]?$",
            r"|^(?i:source|quelle|fuente|fonte|источник)\s*[:：]\s*(?<wire>",
            agency!(),
            r"(?: (?i:news(?: agency)?|agency))?)$",
            r"|^[(\[]?(?<inputs>(?i:(?:with )?(?:additional )?inputs? from [^()\[\]]*[^()\[\].]|agencies|agency inputs?|(?:our|web|staff) (?:bureau|desk|correspondent|reporter)|news desk|newsroom))\.?[)\]]?$",
        ),
        why: "names the agency whose text it is; kept as a credit",
        example: "(With inputs from agencies)",
    },
    CleaningRule {
        id: "agency-end",
        place: Scope::LineEnd,
        pattern: concat!(
            r#"[.!?…][”"’]?\s*(?<taken>(?:\(|[–—-]{1,2}\s?)(?:(?i:with inputs? from) )?(?<agency>"#,
            agency!(),
            r"(?:\s*[/,]\s*",
            agency!(),
            r")*)\)?)$",
        ),
        why: "names the agency whose text ends here; kept as a credit",
        example: "The ferry sailed at noon. (AFP)",
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
            r"^[(\[]?(?i:additional |with |further )?(?i:reporting|writing|editing|compiled|edited|written|reported|produced|translated|research|graphics?|translation|compiling|production)",
            r"(?:(?:,|,? (?i:and|&)) (?i:additional )?(?i:reporting|writing|editing|production))*(?: (?i:by:?)|:) (?<reporter>",
            name!(),
            r"(?:(?:,|,? (?i:and|&)| (?i:in|at|for|of)) [A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΩА-Я][^\s,;:/|()\[\]]*(?: [A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΩА-Я][^\s,;:/|()\[\]]*){0,3})*)",
            r"(?:[;.,]? (?i:and |additional )?(?i:reporting|writing|editing|edited|compiled|translated|production)(?: and (?i:writing|editing))? (?i:by:?) [A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΩА-Я][^\s,;:/|()\[\]]*(?:(?:,|,? (?i:and|&)| (?i:in|at|for))? [A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΩА-Я][^\s,;:/|()\[\]]*)*)*\s*[.;]?[)\]]?$",
            r"|^\((?i:edited by|reporting by)\s*:?\s*(?<editor>[^()]+)\)$",
        ),
        why: "names who reported and edited; kept as a credit",
        example: "Reporting by Ada Lind in Oslo and Max Example; Editing by Bo Ek",
    },
];
