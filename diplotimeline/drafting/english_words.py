"""English words that sentences and names are read with: classes of single words."""

OFFICES = (
    "President Minister Secretary Ambassador Advisor Adviser General Colonel Captain Major Lieutenant Admiral "
    "Commander Envoy "
    "Representative Commissioner Chancellor Spokesperson Spokesman Spokeswoman Chairperson Chairman Chairwoman "
    "Speaker King Queen "
    "Prince Princess Sheikh Judge Justice Ombudsman Defender Prosecutor Director Chief Deputy Governor Mayor "
    "Senator Premier "
    "Mr Mrs Ms Dr Gen Col Lt Maj Capt Adm Amb Prof Sir Dame Lord State Affairs Leader Delegate Head Coordinator "
    "Rapporteur "
    "Counterpart Colleague Brigadier Sergeant Marshal Archbishop Bishop Patriarch Imam Professor Doctor "
    "Journalist Activist Staff"
)
ABBREVIATIONS = (
    "mr mrs ms dr prof gen col lt maj capt sgt cmdr adm st sr jr hon rev gov sen rep amb no nos art arts para "
    "paras pp p vol cf approx ca vs inc ltd "
    "co corp jan feb mar apr jun jul aug sep sept oct nov dec e.g i.e al fig sec ch ed eds dept brig h.e lt.-gen "
    "u.s u.n u.k e.u messrs mme op a.m p.m"
)
TITLES = (
    "mr mrs ms dr prof gen col lt maj capt sgt cmdr adm st hon rev gov sen amb no nos art arts para paras brig "
    "messrs mme h.e"
)
OPENERS = (
    "The On In At He She It They We This These That Those A An But And However According After Before During "
    "Since For From By As "
    "Our Their His Her Its There When While Although Two Three Four Last Yesterday Earlier Later Both All No "
    "Under With Over Following Several Such If I "
    "Meanwhile Moreover Finally Also Between Until Today"
)
