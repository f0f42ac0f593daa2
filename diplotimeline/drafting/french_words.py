"""French words that sentences and names are read with: classes of single words."""

OFFICES = (
    "Président Présidente Ministre Premier Première Secrétaire Ambassadeur Ambassadrice Général Colonel Capitaine "
    "Commandant "
    "Amiral Envoyé Envoyée Représentant Représentante Commissaire Chancelier Chancelière Porte Parole Juge "
    "Procureur Procureure "
    "Directeur Directrice Chef Gouverneur Maire Sénateur M Mme MM Mlle Dr Gén Col Roi Reine Prince Défenseur "
    "Défenseure Affaires "
    "Étrangères Monsieur Madame Maître Me Conseiller Conseillère"
)
ABBREVIATIONS = (
    "m mm mme mmes mlle dr prof gén gal col cdt cne lt no nos n° art al p pp vol cf env st ste janv févr avr juil "
    "sept oct nov déc éd réf adj mgr me etc par"
)
TITLES = "m mm mme mmes mlle dr prof gén gal col cdt cne lt no nos n° art mgr me"
OPENERS = (
    "Le La Les L Un Une Des Du Au Aux En Dans Il Elle Ils Elles Nous On Ce Cet Cette Ces Mais Et Selon Après "
    "Avant Depuis Pour Par Sur Sous À Hier Lundi "
    "Mardi Mercredi Jeudi Vendredi Samedi Dimanche Deux Trois Quatre Notre Nos Leur Leurs Son Sa Ses Si Puis "
    "Enfin Toutefois Cependant Lors Durant Entre Aucun Aucune Plusieurs D"
)
