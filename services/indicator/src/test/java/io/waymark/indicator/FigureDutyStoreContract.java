package io.waymark.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.calendar.reporting.Filing;
import io.waymark.indicator.domain.FigureDuties;
import io.waymark.proto.indicator.v1.ImportPlanRequest;
import io.waymark.proto.type.v1.Actor;
import io.waymark.proto.type.v1.ReportingRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What tells which figures are owed, as it is known now and as it was known. */
abstract class FigureDutyStoreContract extends StoreContract {
  private static final Instant EVER = Instant.parse("9999-12-31T23:59:59Z");

  @Test
  void anIndicatorOwesFromItsFirstImportOnByItsNewestVersion() {
    on("2026-05-04");
    ImportPlanRequest.Builder changed = rail(plan).toBuilder();
    changed.getIndicatorsBuilder(0).setReportingFrequency("monthly");
    stores().load(changed.build());

    FigureDuties duties = only(EVER);
    assertThat(duties.registered()).isEqualTo("2026-01-10");
    assertThat(duties.planEnd()).isEqualTo("2030-12-31");
    assertThat(duties.indicator().getReportingFrequency()).isEqualTo("monthly");
    assertThat(duties.filings()).isEmpty();
  }

  @Test
  void everyFigureIsAFilingOfTheDayOnWhichItCameHere() {
    // 23:30 UTC of the 19th is the morning of the 20th in Wuhan
    stores().clock().set(Instant.parse("2026-04-19T23:30:00Z"));
    figure("2026-03-31", "580");
    on("2026-05-02");
    figure("2026-03-31", "579");

    assertThat(only(EVER).filings())
        .containsExactlyInAnyOrder(filing("2026-04-20"), filing("2026-05-02"));
  }

  @Test
  void whatWasKnownAtAnInstantIsWhatHadBeenRecordedByThen() {
    Instant first = on("2026-04-20");
    figure("2026-03-31", "580");
    on("2026-05-02");
    figure("2026-03-31", "579");

    assertThat(only(first).filings()).containsExactly(filing("2026-04-20"));
    assertThat(stores().duties().duties(plan, "", Instant.parse("2026-01-09T00:00:00Z"))).isEmpty();
  }

  @Test
  void oneIndicatorIsAskedForByItsId() {
    assertThat(stores().duties().duties(plan, Rail.INDICATOR, EVER)).hasSize(1);
    assertThat(stores().duties().duties(plan, "no-such", EVER)).isEmpty();
    assertThat(stores().duties().duties("no-such", "", EVER)).isEmpty();
  }

  @Test
  void rulesComeInTheOrderInWhichTheyWereSetAndAsTheyWereKnown() {
    Instant first = on("2026-03-01");
    ReportingRule all = rule("", 8);
    stores().duties().append(plan, all);
    on("2026-04-01");
    ReportingRule one = rule(Rail.INDICATOR, 5);
    stores().duties().append(plan, one);

    assertThat(stores().duties().rules(plan, EVER)).containsExactly(all, one);
    assertThat(stores().duties().rules(plan, first)).containsExactly(all);
    assertThat(stores().duties().rules(plan + "-b", EVER)).isEmpty();
  }

  private FigureDuties only(Instant knownAt) {
    List<FigureDuties> duties = stores().duties().duties(plan, "", knownAt);
    assertThat(duties).hasSize(1);
    return duties.getFirst();
  }

  private static Filing filing(String day) {
    return new Filing(LocalDate.parse("2026-03-31"), LocalDate.parse(day));
  }

  private ReportingRule rule(String subjectId, int day) {
    return ReportingRule.newBuilder()
        .setSubjectId(subjectId)
        .setFrequency("quarterly")
        .setMonthsAfter(1)
        .setDay(day)
        .setGraceDays(2)
        .setEffective("2026-03-31")
        .setActor(Actor.newBuilder().setName("zhang.min").setBureauId("plan-office"))
        .setRecordedAt(timestamp(stores().clock().instant()))
        .build();
  }
}
