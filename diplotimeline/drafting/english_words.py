"""English words of grammar: auxiliaries by their letter, and classes of single words."""

AUXILIARIES = {
    "h": "has|have|had|having|ve",
    "w": "was|were|got",
    "p": "is|are|am",
    "b": "be",
    "n": "been",
    "g": "being",
    "f": "will|shall|ll",
    "m": "would|could|can|must|should|ought|cannot|may|might",
    "t": "to",
    "d": "did|do|does",
}
"""The kinds of auxiliary that `tenses` explains."""
ADJECTIVES = (
    "united armed unarmed indeed need speed hundred red feed seed breed sacred hatred naked wicked concerned "
    "interested dedicated determined convinced prepared pleased limited mixed bed wed unwanted "
    "unprecedented aged beloved talented disputed internationally entrenched detailed sustained continued alleged "
    "building buildings dated related based entitled recognised recognized"
)
PASTS = (
    "arose awoke bade bent bit bled bore bred built burst clung crept dealt dug drank drew drove dwelt fed fled flung "
    "forbade forgave forgot froze grew hung hid knelt laid leapt lit lost overthrew overtook paid quit rode rang "
    "rose sang "
    "sank sat sent shone shook shrank shut slew slept slid sold sought spat sped spent sprang stole stood stuck strode "
    "strove swam swept swore swung taught threw thrust tore trod undid woke won wore wove wrote withstood chose knew "
    "blew flew took gave saw did made fell held kept sent found wore drew began"
)
PARTICIPLES = (
    "shaken chosen frozen stolen written driven risen ridden hidden given eaten fallen worn sworn borne drawn "
    "grown known "
    "shown overthrown sung shrunk rung drunk gone done forgotten forbidden bitten laid paid awoken arisen overtaken "
    "forsaken slain swollen woven withheld thrown"
)
"""Past tenses that no table of verbs has."""
ADVERBS = (
    "not n't also still again then now just once twice already recently since subsequently yet first together "
    "even both "
    "all never ever however thus therefore in fact once more later soon instead next unilaterally t"
)
DETERMINERS = (
    "the this these those our their its his her my your a an any some all both many several most more other no "
    "such each every s "
    "remaining new further few recent last first second"
)
WEAK = (
    "reached agreed recorded observed documented counted identified found verified monitored discovered located "
    "examined ordered "
    "ruled granted established introduced hit targeted landed dropped left pulled removed sent prevented appeared "
    "emerged fallen "
    "advanced escalated transferred extended recognised recognized designated rejected blocked halted brought "
    "taken struck "
    "adopted approved decided restored renewed destroyed wounded injured damaged launched settled concluded "
    "denied elected"
)
"""Past tenses that tell no event without a date."""
LASTING = "held kept refused denied withheld prevented barred banned closed suspended shut detained imprisoned"
"""Verbs of what somebody goes on doing to others: with `since` they tell when it began."""
AMBIGUOUS = "exchange exchanged hand handed return returned heard swapped"
"""Verbs whose object decides what happens: fire, prisoners or letters are exchanged."""
KEEPING = "keep keeps kept keeping hold holds held leave left"
"""Verbs that with a participle tell of a state that somebody keeps up: `keep closed`."""
OBSERVING = "recorded observed registered reported noted detected"
"""Verbs of who only notes what others did."""
ACCUSING = (
    "accuse accuses accused accusing blame blames blamed blaming claim claims claimed claiming allege alleges alleged "
    "alleging assert asserts asserted asserting contend contends contended insist insists insisted charge charges "
    "suspect suspects suspected"
)
SAYING = "say says said saying state states stated report reports reported tell tells told declare declares declared"
"""Verbs that pass on what others did, with `that`."""
REACTING = (
    "condemn condemns condemned condemning deplore deplores deplored deploring denounce denounces denounced regret "
    "regrets regretted mourn mourns mourned lament laments lamented welcome welcomes welcomed welcoming commend "
    "commends commended praise praises praised protest protests protested note notes noted recall recalls recalled "
    "express expresses expressed expressing extend extends extended offer offers offered convey conveys conveyed "
    "commemorate commemorates commemorated"
)
"""Verbs of who only judges or mourns what others did."""
DISCUSSING = "discuss discusses discussed discussing raise raises raised"
DOUBTING = (
    "confirm confirms confirmed verify verifies verified establish established corroborate corroborated investigate "
    "investigating investigated examine examining examined ask asked asking determine determined determining know "
    "knows known"
)
DENYING = "reject rejects rejected deny denies denied dismiss dismisses dismissed refute refutes refuted"
HOLDING = "hold holds held holding"
HEARSAY = "allegation allegations accusation accusations claim claims report reports rumour rumours suggestion charges"
BOUNDARIES = (
    "that which who whom whose where when while whereas because although though if unless but as until after "
    "before what how"
)
"""Words that begin a clause."""
PREPOSITIONS = (
    "to of in for with from as by under between into on at against towards toward per within without through "
    "during over across "
    "along since near inside outside about than despite like upon"
)
