package io.waymark.registry.domain;

import static io.waymark.registry.Samples.OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.chassis.failure.Failure;
import io.waymark.chassis.failure.Violation;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who stands below whom, whom to turn to, and who stands in. */
class BureauTreeTest {
  private final Map<String, BureauState> known = new HashMap<>();

  @Test
  void aTreeFromCityToOfficeIsTaken() {
    List<BureauEvent> events =
        Bureaus.decide(
            known,
            List.of(
                draft("roads", "water", "OFFICE"),
                draft("city", "", "CITY"),
                draft("jiangan", "city", "DISTRICT"),
                draft("water", "jiangan", "BUREAU"),
                draft("unranked", "roads", "")),
            OFFICE);
    assertThat(events)
        .extracting(event -> event.bureau().level())
        .containsExactly(
            BureauLevel.OFFICE,
            BureauLevel.CITY,
            BureauLevel.DISTRICT,
            BureauLevel.BUREAU,
            BureauLevel.UNSPECIFIED);
  }

  @Test
  void theWholeCircleAndTheMissingSuperiorAreNamed() {
    assertThat(
            faults(
                draft("a", "b", ""),
                draft("b", "c", ""),
                draft("c", "a", ""),
                draft("below", "a", ""),
                draft("orphan", "gone", "")))
        .containsExactly(
            "bureaus[0].parent_bureau_id: b (expected: no circle, not a > b > c > a)",
            "bureaus[1].parent_bureau_id: c (expected: no circle, not b > c > a > b)",
            "bureaus[2].parent_bureau_id: a (expected: no circle, not c > a > b > c)",
            "bureaus[4].parent_bureau_id: gone (expected: a bureau of this import or of an earlier"
                + " one)");
  }

  @Test
  void nobodyStandsBelowALowerLevelNorIsMovedBelowOne() {
    assertThat(faults(draft("office", "", "OFFICE"), draft("water", "office", "BUREAU")))
        .containsExactly(
            "bureaus[1].parent_bureau_id: office (expected: a superior whose level is not below"
                + " BUREAU, not OFFICE)");
    hold(draft("jiangan", "", "DISTRICT"), draft("parks", "jiangan", "BUREAU"));
    assertThat(faults(draft("jiangan", "", "OFFICE")))
        .containsExactly(
            "bureaus[0].level: OFFICE (expected: not below bureau parks, which is BUREAU)");
    assertThat(faults(draft("jiangan", "", "CITY"))).isEmpty();
  }

  @Test
  void contactsLanguagesAndStandInsAreCheckedFieldByField() {
    BureauDraft draft =
        with(
            List.of(
                new Contact("王海燕", "填报联系人", "wang@water.example", "027-8282 0000"),
                new Contact("", "", "no address", "call me")),
            List.of("en", "en", "fr"),
            List.of(
                new DelegateDraft("", "", "", "2027-13-01", "", ""),
                new DelegateDraft("李伟", "li@water.example", "", "2027-07-01", "2027-07-01", "培训"),
                new DelegateDraft("李伟", "", "parks", "2027-07-01", "", ""),
                new DelegateDraft("", "", "water", "2027-07-01", "", "")));
    assertThat(faults(draft, draft("parks", "", "")))
        .containsExactly(
            "bureaus[0].languages[1]: en (expected: each one once)",
            "bureaus[0].languages[2]: fr (expected: zh or en)",
            "bureaus[0].languages: en, en, fr (expected: among them zh, the language of its"
                + " mails)",
            "bureaus[0].contacts[1].name:  (expected: 1..200 characters)",
            "bureaus[0].contacts[1].email: no address (expected: a mail address such as"
                + " plan@water.example)",
            "bureaus[0].contacts[1].phone: call me (expected: a telephone number such as"
                + " 027-8282 0000)",
            "bureaus[0].delegates[0].name:  (expected: 1..200 characters)",
            "bureaus[0].delegates[0].email:  (expected: a mail address such as"
                + " plan@water.example)",
            "bureaus[0].delegates[0].from: 2027-13-01 (expected: an ISO date from 2000-01-01 to"
                + " 2099-12-31)",
            "bureaus[0].delegates[1].until: 2027-07-01 (expected: after 2027-07-01)",
            "bureaus[0].delegates[2].bureau_id: parks (expected: either a bureau or a person with"
                + " name and email)",
            "bureaus[0].delegates[3].bureau_id: water (expected: another bureau, of this import or"
                + " of an earlier one)");
  }

  @Test
  void whoStandsInIsKeptWithTheDays() {
    BureauDraft draft =
        with(
            List.of(),
            List.of("zh", "en"),
            List.of(new DelegateDraft("", "", "parks", "2027-07-01", "2027-10-01", "挂职")));
    Bureau water =
        Bureaus.decide(known, List.of(draft, draft("parks", "", "")), OFFICE).getFirst().bureau();
    assertThat(water.delegates())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.bureauId()).isEqualTo("parks");
          assertThat(one.from()).isEqualTo(LocalDate.of(2027, 7, 1));
          assertThat(one.until()).contains(LocalDate.of(2027, 10, 1));
        });
  }

  @Test
  void whatAnImportLeavesEmptyStaysUnlessItIsCleared() {
    hold(
        draft("city", "", "CITY"),
        with(
            List.of(new Contact("王海燕", "填报联系人", "wang@water.example", "")),
            List.of("en", "zh"),
            List.of(new DelegateDraft("", "", "city", "2027-07-01", "", "挂职"))));
    Bureau held = held("water");
    BureauDraft silent = with(List.of(), List.of(), List.of());

    assertThat(Bureaus.decide(known, List.of(silent), OFFICE)).isEmpty();
    assertThat(decided(cleared(silent, "contacts", "delegates", "languages")))
        .isEqualTo(
            new Bureau(
                held.bureauId(),
                held.name(),
                held.parentBureauId(),
                held.emails(),
                held.language(),
                held.provenance(),
                held.level(),
                List.of(),
                List.of(),
                List.of()));
    hold(draft("water", "city", ""));
    assertThat(held("water").level()).isEqualTo(BureauLevel.BUREAU);
    assertThat(decided(cleared(draft("water", "", ""), "parent_bureau_id", "level")))
        .satisfies(bureau -> {
          assertThat(bureau.parentBureauId()).isEmpty();
          assertThat(bureau.level()).isEqualTo(BureauLevel.UNSPECIFIED);
          assertThat(bureau.contacts()).isEqualTo(held.contacts());
        });
  }

  @Test
  void whatCannotBeClearedOrIsStatedIsNamed() {
    assertThat(
            faults(
                cleared(draft("a", "", ""), "emails"),
                cleared(draft("b", "", "BUREAU"), "contacts", "level")))
        .containsExactly(
            "bureaus[0].clearings: emails (expected: empty, and one of parent_bureau_id, language,"
                + " level, contacts, languages, delegates)",
            "bureaus[1].clearings: level (expected: empty, and one of parent_bureau_id, language,"
                + " level, contacts, languages, delegates)");
  }

  private Bureau held(String id) {
    return Objects.requireNonNull(known.get(id)).bureau();
  }

  private Bureau decided(BureauDraft draft) {
    return Bureaus.decide(known, List.of(draft), OFFICE).getFirst().bureau();
  }

  private static BureauDraft cleared(BureauDraft draft, String... fields) {
    return new BureauDraft(
        draft.bureauId(),
        draft.name(),
        draft.parentBureauId(),
        draft.emails(),
        draft.language(),
        draft.provenance(),
        draft.level(),
        draft.contacts(),
        draft.languages(),
        draft.delegates(),
        Set.of(fields));
  }

  private static BureauDraft draft(String id, String parent, String level) {
    return new BureauDraft(
        id,
        new LocalizedText(id, id),
        parent,
        List.of("plan@x.example"),
        "zh",
        "ASSUMED",
        level,
        List.of(),
        List.of(),
        List.of(),
        Set.of());
  }

  private static BureauDraft with(
      List<Contact> contacts, List<String> languages, List<DelegateDraft> delegates) {
    BureauDraft plain = draft("water", "", "");
    return new BureauDraft(
        plain.bureauId(),
        plain.name(),
        "",
        plain.emails(),
        "",
        "ASSUMED",
        "BUREAU",
        contacts,
        languages,
        delegates,
        Set.of());
  }

  private void hold(BureauDraft... drafts) {
    Bureaus.decide(known, List.of(drafts), OFFICE)
        .forEach(event -> known.put(event.bureau().bureauId(), Bureaus.evolve(null, event)));
  }

  private List<String> faults(BureauDraft... drafts) {
    try {
      Bureaus.decide(known, List.of(drafts), OFFICE);
      return List.of();
    } catch (Failure failure) {
      return failure.violations().stream().map(Violation::toString).toList();
    }
  }
}
