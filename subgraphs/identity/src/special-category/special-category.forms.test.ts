import { expect, test } from "vitest";
import { SPECIAL_CATEGORIES, type SpecialCategory } from "./refused-category.js";
import { findRefusedTexts } from "./special-category.policy.js";

/** Words, inflections, compounds and keys, with accents and without, in English, German, French and Spanish. */
const FORMS: Record<SpecialCategory, string> = {
  racial_or_ethnic_origin: `
    Herkunft | herkunft | ethnische Herkunft | Ethnische_Herkunft | herkunftEthnisch | Herkunftsland |
    herkunftsland | Herkunftsländer | Geographische Herkunft | soziale Herkunft | Herkunft der Familie |
    familiäre Herkunft | Volksgruppe | Ethnie | ethnien | Ethnizität | Rassen | Abstammung | Abstammungen |
    Hautfarben | Hauttyp | Nationale Herkunft | Regionale Herkunft | Migrationsgeschichte | Zuwanderungsgeschichte |
    Aussiedler | Spätaussiedler | Sinti und Roma | Origin | Ethnic background | ethnicBackground | ethnic_origin |
    racialOrigin | Heritage | Cultural heritage | Ancestry | ancestral origin | Family origin |
    Where are your ancestors from | descent | Skin complexion | Country of origin | Countries of origin |
    nationalOrigin | Minority group | Visible minority | Ethnic minority | BAME | Black or African American |
    White / Caucasian | Roma or Traveller | First Nations | Aboriginal or Torres Strait Islander | Māori descent |
    Native Hawaiian | Latino | Latina/Latino | Hispanic | Mixed race | multiracial | Immigrant background |
    migration background | Origine | Origines | origine ethnique | origineEthnique | origine_ethnique |
    Origines ethniques | Origine nationale | Pays d'origine | pays_origine | ethnicité | Appartenance ethnique |
    Race | race | Ascendance | Couleur de la peau | Carnation | issu de l'immigration | Gens du voyage | Origen |
    origen étnico | origenEtnico | origen_etnico | Orígenes étnicos | Origen racial | País de origen | pais_origen |
    Origen nacional | Ascendencia | etnicidad | Pertenencia étnica | Grupo étnico | Raza | razas | Color de piel |
    Caste | Pueblo originario | pueblo indígena | Minoría étnica | Gitano | Antepasados | Vorfahren | Ancêtres`,
  religion_or_belief: `
    Religion | Religionen | religiös | Konfession | Konfessionszugehörigkeit | konfessionslos | Glaube | Glauben |
    Glaubensrichtung | Glaubensbekenntnis | Kirche | Kirchenmitglied | Kirchensteuer | kirchensteuerpflichtig |
    Kirchensteuerabzug | Religionsgemeinschaft | Bekenntnis | evangelisch | Evangelisch/Katholisch | rk |
    röm.-kath. | römisch-katholisch | Katholik | Protestant | muslimisch | Moslem | islamisch | Jüdin | jüdisch |
    Buddhist | Hindu | Atheist | Freikirche | Moschee | Synagoge | Weltanschauung | Konvertit | Taufdatum |
    Taufschein | Konfirmation | Kommunion | Zeugen Jehovas | Religious affiliation | religiousAffiliation | faith |
    Faith community | Beliefs | Belief | Religious belief | Spiritual beliefs | Church | Place of worship | worship |
    Denomination | Muslim | Christian | Are you Christian? | Jewish | Sikh | Pagan | Ramadan |
    Fasting during Ramadan | Sabbath observance | Kosher | Halal meal | Hijab | confession | Confession |
    Confession religieuse | culte | Culte | lieu de culte | Pratique religieuse | pratiquant | Croyance | croyances |
    Croyant | Foi | Religion pratiquée | catholique | protestant | musulman | musulmane | juif | juive | bouddhiste |
    athée | chrétien | Paroisse | baptême | Repas halal | casher | convictions religieuses | religieux | Religión |
    religión que profesa | religioso | Creencias | creencia | Credo | Fe | Confesión | confesion | Culto | culto |
    Lugar de culto | Iglesia | parroquia | Católico | católica | musulmán | musulmana | judío | judía | ateo |
    Cristiana | evangélico | budista | testigo de Jehová | Fe religiosa | fe_religiosa | bautizado | Ramadán`,
  political_opinion: `
    How did you vote |
    Politische Einstellung | politischeGesinnung | Politische Ansichten | Partei | Parteimitgliedschaft |
    Parteizugehörigkeit | parteizugehoerigkeit | Mitgliedschaft in einer Partei | Mitglied einer Partei |
    Partei-Mitglied | Gewählte Partei | Wahlverhalten | Wähler | Welche Partei wählen Sie | Gesinnung | Weltbild |
    CDU | SPD-Mitglied | AfD | Political opinion | politicalOpinion | political_party | Political party |
    Party affiliation | Politics | Voting preference | Who do you vote for | Vote intention | Voter |
    Republican or Democrat | Labour or Conservative | Party you support | Activism | Ideology | Opinion politique |
    opinionsPolitiques | Parti politique | Adhésion à un parti | Membre d'un parti politique |
    Carte d'adhérent parti | Orientation politique | Intention de vote | Engagement politique | Mandat politique |
    mandat électif | Militant | militantisme | Sympathie politique | Idées politiques | vues politiques | Politique |
    Opinión política | opinion_politica | Ideas políticas | Partido político | Afiliación a un partido |
    Militante de un partido | Militancia política | Ideología | Intención de voto | voto | Convicciones políticas |
    Tendencia política | postura política | Preferencias políticas | simpatizante político`,
  trade_union_membership: `
    Gewerkschaftszugehörigkeit | gewerkschaftszugehoerigkeit | gewerkschaftszugehorigkeit | Gewerkschaft |
    Gewerkschaftsbeitrag | Gewerkschafter | Gewerkschafterin | gewerkschaftlich organisiert | ver.di-Mitglied |
    IG Metall | IG BCE | DGB | Mitglied der GEW | Trade union | trade_union | tradeUnionMember | Union membership |
    Union | Union dues | unionMember | Labor union | Unionized | Unite the Union | UNISON member | Bargaining unit |
    syndicat | Syndicat | syndicats | Syndiqué | syndiquée | Adhésion à un syndicat | Appartenance syndicale |
    appartenance_syndicale | Cotisation syndicale | Délégué syndical | mandat syndical | CGT | CFDT | Membre FO |
    CFE-CGC | sindicato | afiliación sindical | afiliacion_sindical | afiliacionSindical | Afiliado a un sindicato |
    sindicalista | sindicalizado | agremiado | Gremio | Cuota sindical | delegado sindical | CCOO | UGT |
    Comisiones Obreras | central sindical`,
  health: `
    Therapist name |
    Krankheit | Krankheiten | krank | Kranke Tage | Krankmeldung | krankgeschrieben | Krankschreibung |
    Krankenkasse | Krankenversicherung | Krankenversicherungsnummer | Kranken- und Fehltage | Chronische Erkrankung |
    Schwerbehinderung | schwerbehindert | Schwerbehindertenausweis | Schwerbehindertenausweisnummer |
    Behinderungsgrad | Grad der Behinderung | GdB | Behinderung | behindert | Handicap | Beeinträchtigung |
    körperliche Einschränkung | Gesundheitliche Einschränkungen | Gleichgestellt (Schwerbehinderung) | Schwanger |
    Schwangerschaft | Mutterschutz | Allergien | Lebensmittelunverträglichkeiten | Impfung | Geimpft |
    Corona-Impfung | Medikamente | Diagnosen | Arztbesuch | Arzt | Attest | Reha | Therapie | Psychotherapie |
    Depression | Burnout | Sucht | Suchterkrankung | Raucher | Alkohol | Drogen | Sehschwäche | Hörschaden |
    gehörlos | blind | Rollstuhlfahrer | Verletzung | Blut | BMI | Arbeitsunfall | AU-Bescheinigung |
    arbeitsunfähig | Erwerbsminderung | Erwerbsunfähigkeit | Pflegestufe | Pflegebedürftig | HIV-positiv | Krebs |
    Epilepsie | Diabetes | Asthma | Tetanus | Disability | disabled | Disabilities | disabilityStatus | is_disabled |
    Handicapped | Impairment | Hearing loss | Deaf | Deafness | Blind | Blindness | Health | healthStatus |
    Health problem | Medical condition | Medication | Illness | Chronic illness | Disease | Sickness | Sick |
    Sick days | sickDays | Sick pay | Ill | Vaccination | Vaccinated | Allergies | Food allergies |
    Dietary requirements for medical reasons | Pregnant | Pregnancy | Due date (pregnancy) | Maternity | Diagnosis |
    Doctor's note | Therapy | Mental health | Mental illness | anxiety | Bipolar | Surgery | Hospital stay |
    hospitalisation | Blood type | Blood group | Body weight | Smoker | Autism | ADHD | Wheelchair user |
    Prosthesis | Insulin | Covid test | Long Covid | handicapé | Handicapée | Situation de handicap | handicaps |
    Reconnaissance travailleur handicapé | RQTH | Maladie | maladies | malade | Arrêt maladie | arret_maladie |
    congé maladie | Santé | etat_de_sante | Problèmes de santé | Invalidité | Grossesse | Enceinte ? |
    congé maternité | maternité | Allergie | allergique | Vaccin | vacciné | Médicaments | traitement médical |
    Groupe sanguin | Médecin | médecin traitant | Ordonnance | Mutuelle santé | Dépression | Cancer | Sida |
    séropositif | aveugle | sourd | surdité | malvoyant | malentendant | fauteuil roulant | Accident du travail |
    Inaptitude | Aptitude médicale | Visite médicale | Opération chirurgicale | fumeur | discapacidad |
    Discapacidades | grado_de_discapacidad | discapacitado | Minusvalía | minusvalido | Enfermedad | enfermedades |
    enfermo | Baja médica | baja por enfermedad | bajas medicas | Incapacidad temporal | Salud | problemas de salud |
    Alergias | alérgico | Vacuna | vacunado | Embarazo | embarazada | Maternidad | Medicamentos | medicación |
    Grupo sanguíneo | Tipo de sangre | Diagnóstico | Diabético | Depresión | Ansiedad | Cáncer | SIDA | VIH | ciego |
    sordo | sordera | silla de ruedas | Lesiones | Cirugía | Hospitalización | Accidente laboral |
    Reconocimiento médico | Aptitud médica | Médico | fumador | Peso corporal | Dolencias | Patología | patologías |
    Pathologie | Pathology`,
  sex_life_or_orientation: `
    sexorientation |
    Sexuelle Orientierung | sexuelleOrientierung | Sexualität | Sexualleben | Sexualverhalten | Schwul | lesbisch |
    Homosexualität | bisexuell | hetero | heterosexuell | Heterosexualität | queer | transgender | trans |
    Transsexuell | LGBTQ | LGBTIQ | Geschlechtsidentität | Partnerpräferenz | Geschlecht des Partners |
    Sexual orientation | sexualOrientation | sex_life | Sexual preference | Sexuality | Gay | Lesbian | Bisexual |
    Asexual | pansexual | Queer | Transgender | Transsexual | Gender identity | Same-sex partner | LGBT | Straight |
    Heterosexual | Hetero | Coming out | Orientation sexuelle | orientationSexuelle | Vie sexuelle | Sexualité |
    Homosexuel | gay | Lesbienne | bisexuel | hétérosexuel | hétéro | Transgenre | Identité de genre |
    Préférence sexuelle | pratiques sexuelles | orientación sexual | orientacionSexual | vida sexual | Sexualidad |
    homosexual | lesbiana | bisexual | heterosexual | transexual | transgénero | Identidad de género |
    preferencia sexual | LGTB | LGTBI+ | colectivo LGTBIQ | conducta sexual`,
  genetic_data: `
    Genetik | Genetische Merkmale | genetische_daten | Gentest | DNA | DNA-Probe | Erbgut | Erbanlagen |
    Erbkrankheit | Genom | Genomsequenz | Genanalyse | Chromosomen | Gendefekt | genetischer Fingerabdruck |
    Genetic data | geneticTest | Genetics | DNA sample | Genome | Genotype | Genetic disorder | Hereditary disease |
    Chromosome | BRCA | Données génétiques | donnees_genetiques | Test génétique | ADN | Génome | Génotype |
    maladie génétique | Maladies héréditaires | chromosome | hérédité | Datos genéticos | datos_geneticos |
    Genética | Prueba genética | Pruebas genéticas | Genoma | genotipo | Enfermedad genética | herencia genética |
    cromosomas | código genético`,
  biometric_data: `
    Biometrie | biometrisch | biometrischeDaten | Fingerabdrücke | Fingerabdruck | fingerabdruecke |
    Gesichtserkennung | Gesichtsscan | Iris-Scan | Irisscan | Netzhaut | Netzhautscan | Stimmerkennung |
    Stimmprofil | Stimmabdruck | Handvenen | Handflächenscan | Gesichtsvektor | Venenscan | Biometric data |
    biometricId | Biometrics | Fingerprints | finger_print | fingerprintHash | Face recognition |
    Facial recognition | Face scan | Facial scan | Faceprint | Face geometry | faceId | Iris scan | Retina scan |
    Voiceprint | Palm print | Palm scan | Hand geometry | Gait recognition | Fingerprint | Empreinte digitale |
    empreintesDigitales | empreintes_digitales | Biométrie | Données biométriques | biometrique |
    Reconnaissance faciale | Scan de l'iris | Scan facial | scan rétinien | Géométrie de la main | Empreinte vocale |
    Huella dactilar | huellas dactilares | huella_dactilar | Huellas | Huella digital | Biometría | biometrico |
    Datos biométricos | Reconocimiento facial | Escaneo facial | Escáner de iris | Rasgos faciales |
    plantilla biométrica | geometría de la mano`,
  criminal_record: `
    Vorstrafen | Vorstrafe | vorbestraft | vorstrafen_vorhanden | Strafregister | Strafregisterauszug |
    Führungszeugnis | fuehrungszeugnis | erweitertes Führungszeugnis | fuhrungszeugnis |
    polizeiliches Führungszeugnis | Leumundszeugnis | Straftaten | Strafverfahren | Strafen | Verurteilung |
    Verurteilungen | verurteilt | Gefängnisstrafe | Haft | Haftstrafe | Inhaftierung | Inhaftiert | Bewährung |
    Bewährungsstrafe | auf Bewährung | Anklage | Strafanzeige | Ermittlungsverfahren | Delikte | Kriminalität |
    Vergehen | Verbrechen | Criminal record | criminalRecord | criminal_record | Crime | Crimes | Criminal |
    Criminal offences | Convictions | Previous convictions | convicted | Offences | Offenses | Felony | Misdemeanor |
    DBS | DBS check | CRB check | Police record | Arrested | Arrest | Prison | Ex-offender | Jail time |
    Spent convictions | Sex offender | Pending charges | casier judiciaire | casierJudiciaire | casier_judiciaire |
    extrait de casier judiciaire | Condamnation | condamnations pénales | condamné | Antécédents judiciaires |
    Antécédents pénaux | antecedents_judiciaires | Infraction | infractions | Délits | Délit | crime |
    incarcération | Emprisonnement | Garde à vue | Bulletin n°3 | Peine de prison | mise en examen |
    poursuites pénales | Sursis | antecedentes penales | antecedentesPenales | antecedentes_penales | Antecedentes |
    Certificado de antecedentes | Certificado de antecedentes penales | Condenas | condenado | Condenas penales |
    Delitos | delito | delincuente | Cárcel | Prisión | prisión preventiva | Penales | Historial delictivo |
    infracciones penales | detenido | arrestos | Libertad condicional | encarcelado`,
};

test.each(SPECIAL_CATEGORIES)("P03: refuses every form of %s, as a label and as a key", (category) => {
  const forms = FORMS[category].split("|").map((form) => form.trim());
  const isRefused = (text: string) =>
    findRefusedTexts([{ path: ["label"], text }]).some((found) => found.category === category);
  expect(forms.length).toBeGreaterThanOrEqual(40);
  expect(forms.filter((form) => !isRefused(form))).toEqual([]);
});
