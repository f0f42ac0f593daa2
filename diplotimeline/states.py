"""The names of states, so that a suggestion never takes one for another."""

from diplotimeline.characters import folded

STATES = frozenset(
    """
    abkhazia, afghanistan, albania, algeria, america, andorra, angola, antigua and barbuda, argentina, armenia,
    artsakh, australia, austria, azerbaijan, bahamas, bahrain, bangladesh, barbados, belarus, belgium, belize, benin,
    bhutan, bolivia, bosnia, bosnia and herzegovina, botswana, brazil, britain, brunei, bulgaria, burkina faso, burma,
    burundi, cabo verde, cambodia, cameroon, canada, cape verde, central african republic, chad, chile, china, colombia,
    comoros, congo, costa rica, cote d ivoire, croatia, cuba, cyprus, czech republic, czechia, czechoslovakia,
    democratic republic of the congo, denmark, djibouti, dominica, dominican republic, east germany, east timor,
    ecuador, egypt, el salvador, england, equatorial guinea, eritrea, estonia, eswatini, ethiopia, fiji, finland,
    france, gabon, gambia, georgia, germany, ghana, great britain, greece, grenada, guatemala, guinea, guinea bissau,
    guyana, haiti, holland, holy see, honduras, hungary, iceland, india, indonesia, iran, iraq, ireland, israel, italy,
    ivory coast, jamaica, japan, jordan, kazakhstan, kenya, kiribati, korea, kosovo, kuwait, kyrgyzstan, laos, latvia,
    lebanon, lesotho, liberia, libya, liechtenstein, lithuania, luxembourg, macedonia, madagascar, malawi, malaysia,
    maldives, mali, malta, marshall islands, mauritania, mauritius, mexico, micronesia, moldova, monaco, mongolia,
    montenegro, morocco, mozambique, myanmar, nagorno karabakh, namibia, nauru, nepal, netherlands, new zealand,
    nicaragua, niger, nigeria, north korea, north macedonia, norway, oman, pakistan, palau, palestine, panama,
    papua new guinea, paraguay, persia, peru, philippines, poland, portugal, qatar, romania, russia, russian federation,
    rwanda, saint kitts and nevis, saint lucia, saint vincent and the grenadines, samoa, san marino,
    sao tome and principe, saudi arabia, scotland, senegal, serbia, seychelles, sierra leone, singapore, slovakia,
    slovenia, solomon islands, somalia, somaliland, south africa, south korea, south ossetia, south sudan, soviet union,
    spain, sri lanka, sudan, suriname, swaziland, sweden, switzerland, syria, taiwan, tajikistan, tanzania, thailand,
    timor leste, togo, tonga, transnistria, trinidad and tobago, tunisia, turkey, turkiye, turkmenistan, tuvalu, uae,
    uganda, uk, ukraine, united arab emirates, united kingdom, united states, united states of america, uruguay, us,
    usa, ussr, uzbekistan, vanuatu, vatican, vatican city, venezuela, vietnam, wales, west germany, yemen, yugoslavia,
    zaire, zambia, zimbabwe
    """.replace("\n    ", " ")
    .strip()
    .split(", ")
)


def is_state(name: str) -> bool:
    """Whether a name, or an id made of one, is that of a state: `South Korea`, `south-korea`, `the Gambia`."""
    plain = folded(name).replace("-", " ").replace("'", " ")
    return plain in STATES or plain.removeprefix("the ") in STATES
