#include "EmbeddedLexicons.h"

// One block and one line of the table for each file of Lexicons/.

static const unsigned char abbreviations_tsv[] = {
#embed "../../Lexicons/abbreviations.tsv"
};

static const unsigned char agree_rules[] = {
#embed "../../Lexicons/agree.rules"
};

static const unsigned char aid_rules[] = {
#embed "../../Lexicons/aid.rules"
};

static const unsigned char appoint_rules[] = {
#embed "../../Lexicons/appoint.rules"
};

static const unsigned char arrest_rules[] = {
#embed "../../Lexicons/arrest.rules"
};

static const unsigned char attack_rules[] = {
#embed "../../Lexicons/attack.rules"
};

static const unsigned char call_rules[] = {
#embed "../../Lexicons/call.rules"
};

static const unsigned char common_words_tsv[] = {
#embed "../../Lexicons/common-words.tsv"
};

static const unsigned char condemn_rules[] = {
#embed "../../Lexicons/condemn.rules"
};

static const unsigned char countries_tsv[] = {
#embed "../../Lexicons/countries.tsv"
};

static const unsigned char currencies_tsv[] = {
#embed "../../Lexicons/currencies.tsv"
};

static const unsigned char dates_rules[] = {
#embed "../../Lexicons/dates.rules"
};

static const unsigned char dates_tsv[] = {
#embed "../../Lexicons/dates.tsv"
};

static const unsigned char demand_rules[] = {
#embed "../../Lexicons/demand.rules"
};

static const unsigned char deploy_rules[] = {
#embed "../../Lexicons/deploy.rules"
};

static const unsigned char expel_rules[] = {
#embed "../../Lexicons/expel.rules"
};

static const unsigned char extradite_rules[] = {
#embed "../../Lexicons/extradite.rules"
};

static const unsigned char given_names_tsv[] = {
#embed "../../Lexicons/given-names.tsv"
};

static const unsigned char host_rules[] = {
#embed "../../Lexicons/host.rules"
};

static const unsigned char mediate_rules[] = {
#embed "../../Lexicons/mediate.rules"
};

static const unsigned char meet_rules[] = {
#embed "../../Lexicons/meet.rules"
};

static const unsigned char money_rules[] = {
#embed "../../Lexicons/money.rules"
};

static const unsigned char names_rules[] = {
#embed "../../Lexicons/names.rules"
};

static const unsigned char negotiate_rules[] = {
#embed "../../Lexicons/negotiate.rules"
};

static const unsigned char nouns_tsv[] = {
#embed "../../Lexicons/nouns.tsv"
};

static const unsigned char office_rules[] = {
#embed "../../Lexicons/office.rules"
};

static const unsigned char organisation_words_tsv[] = {
#embed "../../Lexicons/organisation-words.tsv"
};

static const unsigned char organisations_rules[] = {
#embed "../../Lexicons/organisations.rules"
};

static const unsigned char organisations_tsv[] = {
#embed "../../Lexicons/organisations.tsv"
};

static const unsigned char particles_tsv[] = {
#embed "../../Lexicons/particles.tsv"
};

static const unsigned char people_tsv[] = {
#embed "../../Lexicons/people.tsv"
};

static const unsigned char place_words_tsv[] = {
#embed "../../Lexicons/place-words.tsv"
};

static const unsigned char places_rules[] = {
#embed "../../Lexicons/places.rules"
};

static const unsigned char places_tsv[] = {
#embed "../../Lexicons/places.tsv"
};

static const unsigned char pledge_rules[] = {
#embed "../../Lexicons/pledge.rules"
};

static const unsigned char praise_rules[] = {
#embed "../../Lexicons/praise.rules"
};

static const unsigned char reject_rules[] = {
#embed "../../Lexicons/reject.rules"
};

static const unsigned char resign_rules[] = {
#embed "../../Lexicons/resign.rules"
};

static const unsigned char sanction_rules[] = {
#embed "../../Lexicons/sanction.rules"
};

static const unsigned char sign_rules[] = {
#embed "../../Lexicons/sign.rules"
};

static const unsigned char stop_tsv[] = {
#embed "../../Lexicons/stop.tsv"
};

static const unsigned char surnames_tsv[] = {
#embed "../../Lexicons/surnames.tsv"
};

static const unsigned char threaten_rules[] = {
#embed "../../Lexicons/threaten.rules"
};

static const unsigned char title_words_tsv[] = {
#embed "../../Lexicons/title-words.tsv"
};

static const unsigned char titles_rules[] = {
#embed "../../Lexicons/titles.rules"
};

static const unsigned char titles_tsv[] = {
#embed "../../Lexicons/titles.tsv"
};

static const unsigned char verbs_tsv[] = {
#embed "../../Lexicons/verbs.tsv"
};

static const unsigned char visit_rules[] = {
#embed "../../Lexicons/visit.rules"
};

static const unsigned char withdraw_rules[] = {
#embed "../../Lexicons/withdraw.rules"
};

static const unsigned char words_tsv[] = {
#embed "../../Lexicons/words.tsv"
};

#define FILE_OF(name, bytes) {name, bytes, sizeof bytes}
static const struct attache_embedded_file files[] = {
    FILE_OF("abbreviations.tsv", abbreviations_tsv),
    FILE_OF("agree.rules", agree_rules),
    FILE_OF("aid.rules", aid_rules),
    FILE_OF("appoint.rules", appoint_rules),
    FILE_OF("arrest.rules", arrest_rules),
    FILE_OF("attack.rules", attack_rules),
    FILE_OF("call.rules", call_rules),
    FILE_OF("common-words.tsv", common_words_tsv),
    FILE_OF("condemn.rules", condemn_rules),
    FILE_OF("countries.tsv", countries_tsv),
    FILE_OF("currencies.tsv", currencies_tsv),
    FILE_OF("dates.rules", dates_rules),
    FILE_OF("dates.tsv", dates_tsv),
    FILE_OF("demand.rules", demand_rules),
    FILE_OF("deploy.rules", deploy_rules),
    FILE_OF("expel.rules", expel_rules),
    FILE_OF("extradite.rules", extradite_rules),
    FILE_OF("given-names.tsv", given_names_tsv),
    FILE_OF("host.rules", host_rules),
    FILE_OF("mediate.rules", mediate_rules),
    FILE_OF("meet.rules", meet_rules),
    FILE_OF("money.rules", money_rules),
    FILE_OF("names.rules", names_rules),
    FILE_OF("negotiate.rules", negotiate_rules),
    FILE_OF("nouns.tsv", nouns_tsv),
    FILE_OF("office.rules", office_rules),
    FILE_OF("organisation-words.tsv", organisation_words_tsv),
    FILE_OF("organisations.rules", organisations_rules),
    FILE_OF("organisations.tsv", organisations_tsv),
    FILE_OF("particles.tsv", particles_tsv),
    FILE_OF("people.tsv", people_tsv),
    FILE_OF("place-words.tsv", place_words_tsv),
    FILE_OF("places.rules", places_rules),
    FILE_OF("places.tsv", places_tsv),
    FILE_OF("pledge.rules", pledge_rules),
    FILE_OF("praise.rules", praise_rules),
    FILE_OF("reject.rules", reject_rules),
    FILE_OF("resign.rules", resign_rules),
    FILE_OF("sanction.rules", sanction_rules),
    FILE_OF("sign.rules", sign_rules),
    FILE_OF("stop.tsv", stop_tsv),
    FILE_OF("surnames.tsv", surnames_tsv),
    FILE_OF("threaten.rules", threaten_rules),
    FILE_OF("title-words.tsv", title_words_tsv),
    FILE_OF("titles.rules", titles_rules),
    FILE_OF("titles.tsv", titles_tsv),
    FILE_OF("verbs.tsv", verbs_tsv),
    FILE_OF("visit.rules", visit_rules),
    FILE_OF("withdraw.rules", withdraw_rules),
    FILE_OF("words.tsv", words_tsv),
};

const struct attache_embedded_file *attache_embedded_files(void) { return files; }

size_t attache_embedded_file_count(void) { return sizeof files / sizeof files[0]; }
