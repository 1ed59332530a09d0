package io.waymark.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.waymark.chassis.failure.Failure;
import io.waymark.indicator.judge.Checking;
import io.waymark.proto.indicator.v1.BacktestPart;
import io.waymark.proto.indicator.v1.BacktestResponse;
import io.waymark.proto.indicator.v1.BacktestScore;
import io.waymark.proto.indicator.v1.Comparator;
import io.waymark.proto.indicator.v1.ImportPlanRequest;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.Measure;
import io.waymark.proto.indicator.v1.Tails;
import io.waymark.proto.indicator.v1.Target;
import io.waymark.proto.indicator.v1.TargetOutlook;
import io.waymark.testkit.Parts;
import io.waymark.testkit.RealPartsTest;
import java.time.LocalDate;
import java.util.List;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@RealPartsTest
class BacktestOnPostgresTest {
  private static final LocalDate TODAY = LocalDate.parse("2030-01-15");
  private static final String PATIENTS = "patients";

  private final RailOnPostgres rail;

  BacktestOnPostgresTest(Parts parts) {
    rail = new RailOnPostgres(parts.newDatabase());
  }

  @AfterEach
  void close() {
    rail.close();
  }

  private static Target target(int year, String value) {
    return Target.newBuilder()
        .setTargetId(PATIENTS + "-" + year)
        .setValue(value)
        .setComparator(Comparator.COMPARATOR_GE)
        .setDue(year + "-12-31")
        .setBaseValue("100")
        .build();
  }

  /** The rail and a yearly indicator with a target of each year from 2027 to 2029. */
  private static ImportPlanRequest plan() {
    Indicator.Builder patients =
        Rail.plan("645").getIndicators(0).toBuilder()
            .setIndicatorId(PATIENTS)
            .setReportingFrequency("yearly")
            .clearTargets();
    for (int year = 2027; year <= 2029; year++) {
      patients.addTargets(target(year, String.valueOf(100 + 4 * (year - 2025))));
    }
    Indicator growth =
        patients
            .clone()
            .setIndicatorId("growth")
            .setMeasure(Measure.MEASURE_AVERAGE_GROWTH)
            .clearTargets()
            .build();
    return Rail.plan("645").toBuilder().addIndicators(patients).addIndicators(growth).build();
  }

  private void load() {
    rail.on("2026-01-15").plans.handle(plan(), Rail.PLAN_OFFICE);
  }

  private BacktestResponse backtest() {
    return rail.queries.backtest(Rail.PLAN, TODAY);
  }

  @Test
  void theOutcomesOfASteadySeriesAreItsOwnLaterFigures() {
    load();
    for (int year = 2014; year <= 2025; year++) {
      rail.figure(PATIENTS, year + "-12-31", String.valueOf(78 + 2 * (year - 2014)));
    }

    BacktestResponse reply = backtest();
    BacktestPart part = reply.getHindcasts();

    // Ahead by one year from 10 origins, by two from 8, by three from 6: three targets each.
    assertThat(part.getScoresList())
        .extracting(s -> s.getYears() + ":" + s.getQuestions())
        .containsExactly("0:72", "1:30", "2:24", "3:18");
    // Growing by 2 each year, it reaches its half and its whole change, and never half more.
    assertThat(part.getScores(0).getBaseRate()).isEqualTo(2.0 / 3, within(1e-12));
    double reference = (48 * Math.pow(24 / 71.0, 2) + 24 * Math.pow(48 / 71.0, 2)) / 72;
    assertThat(part.getScores(0).getReferenceBrier()).isEqualTo(reference, within(1e-12));
    assertThat(part.getScores(0).getSkill())
        .isEqualTo(1 - part.getScores(0).getBrier() / reference, within(1e-12));
    assertThat(part.getScores(0).hasBrierError()).isFalse();
    assertThat(part.getSeries()).isEqualTo(1);
    assertThat(part.getSimulatedQuestions()).isZero();
  }

  @Test
  void aSeriesThatStandsStillIsHeldByEveryIntervalAndAnEvenBet() {
    load();
    for (int year = 2010; year <= 2025; year++) {
      rail.figure(PATIENTS, year + "-12-31", "80");
    }

    BacktestScore all = backtest().getHindcasts().getScores(0);

    // One question for each origin and horizon: the three targets are one.
    assertThat(all.getQuestions()).isEqualTo(14 + 12 + 10);
    assertThat(all.getInterval80().getShare()).isEqualTo(1);
    assertThat(all.getInterval90().getShare()).isEqualTo(1);
    assertThat(all.getBrier()).isEqualTo(0.25, within(0.01));
    assertThat(all.getReferenceBrier()).isZero();
    assertThat(all.hasSkill()).isFalse();
    assertThat(all.getPointsList()).extracting(p -> p.getTenth()).allMatch(t -> t == 4 || t == 5);
  }

  @Test
  void withoutHistoryThereAreCountsAndNoFigure() {
    load();
    rail.figure(PATIENTS, "2024-12-31", "98");
    rail.figure(PATIENTS, "2025-12-31", "100");

    BacktestResponse reply = backtest();

    assertThat(reply.getHindcasts().getScoresList()).isEmpty();
    assertThat(reply.getHeld().getScoresList()).isEmpty();
    assertThat(reply.getIndicators()).isEqualTo(3);
    assertThat(reply.getTooShort()).isEqualTo(2);
    assertThat(reply.getNotAsked()).isEqualTo(1);
    assertThat(reply.getLeastYears()).isEqualTo(4);
    assertThat(reply.getTargetsDue()).isEqualTo(3);
    assertThat(reply.getTargetsKnown()).isZero();
  }

  @Test
  void fewQuestionsAreCountedButNotScored() {
    load();
    for (int year = 2022; year <= 2025; year++) {
      rail.figure(PATIENTS, year + "-12-31", String.valueOf(year - 1950));
    }

    BacktestScore all = backtest().getHindcasts().getScores(0);

    assertThat(all.getQuestions()).isEqualTo(6);
    assertThat(all.hasBrier()).isFalse();
    assertThat(all.getPointsList()).isEmpty();
  }

  @Test
  void simulatedFiguresAreCounted() {
    load();
    for (int year = 2016; year <= 2025; year++) {
      rail.simulated(PATIENTS, year + "-12-31", String.valueOf(year - 1950));
    }

    BacktestPart part = backtest().getHindcasts();

    assertThat(part.getSimulatedQuestions()).isEqualTo(part.getScores(0).getQuestions());
  }

  @Test
  void whatWasHeldIsCheckedOnceTheFigureOfTheDueDateIsThere() {
    load();
    yearByYear();

    BacktestResponse reply = backtest();
    BacktestPart held = reply.getHeld();

    assertThat(reply.getTargetsDue()).isEqualTo(3);
    assertThat(reply.getTargetsKnown()).isEqualTo(3);
    // 2027: two years of judgements before it came due; 2028 and 2029: three each.
    assertThat(held.getScoresList())
        .extracting(s -> s.getYears() + ":" + s.getQuestions())
        .containsExactly("0:8", "1:3", "2:3", "3:2");
    assertThat(held.getSeries()).isEqualTo(3);
    // Eight are too few to score.
    assertThat(held.getScores(0).hasBrier()).isFalse();
  }

  @Test
  void whatWasHeldIsCheckedByItsWiderIntervalToo() {
    ImportPlanRequest.Builder twice = plan().toBuilder();
    for (Target target : List.copyOf(twice.getIndicators(1).getTargetsList())) {
      twice
          .getIndicatorsBuilder(1)
          .addTargets(
              target.toBuilder().setTargetId(target.getTargetId() + "-more").setValue("119"));
    }
    rail.on("2026-01-15").plans.handle(twice.build(), Rail.PLAN_OFFICE);
    yearByYear();

    BacktestScore all = backtest().getHeld().getScores(0);

    assertThat(all.getQuestions()).isEqualTo(16);
    long within =
        rail.queries.heldBeforeDue(Rail.PLAN, TODAY).stream()
            .map(Checking.Held::judgement)
            .filter(one -> {
              Tails said = one.getOutlook().getTails();
              int years = LocalDate.parse(one.getTarget().getDue()).getYear() - 2025;
              return said.getP05() <= 100 + 5 * years && 100 + 5 * years <= said.getP95();
            })
            .count();
    assertThat(all.getInterval90().getCount()).isEqualTo(16);
    assertThat(all.getInterval90().getHits()).isEqualTo((int) within).isPositive();
    assertThat(rail.queries.heldBeforeDue(Rail.PLAN, TODAY))
        .allSatisfy(one -> {
          TargetOutlook said = one.judgement().getOutlook();
          assertThat(said.getTails().getP05()).isLessThan(said.getAtDue().getP10());
          assertThat(said.getTails().getP95()).isGreaterThan(said.getAtDue().getP90());
        });
  }

  @Test
  void theFirstJudgementOfEachYearBeforeCountsAsItWasHeld() {
    load();
    yearByYear();

    List<Checking.Held> held = rail.queries.heldBeforeDue(Rail.PLAN, TODAY);

    assertThat(held)
        .filteredOn(one -> one.judgement().getSubjectId().equals("patients-2029"))
        .extracting(one -> one.years() + " " + one.judgement().getAsOf())
        .containsExactly("1 2029-01-10", "2 2028-01-10", "3 2027-01-10");
    assertThat(held)
        .extracting(Checking.Held::judgement)
        .allSatisfy(j -> assertThat(j.getRestatesJudgementId()).isEmpty())
        .extracting(Judgement::getAsOf)
        .allSatisfy(asOf -> assertThat(asOf).isLessThan("2029-12-31"));
  }

  @Test
  void aTargetThatWasChangedSinceWasAnotherQuestion() {
    load();
    yearByYear();
    ImportPlanRequest.Builder changed = plan().toBuilder();
    changed.getIndicatorsBuilder(1).setTargets(2, target(2029, "999"));
    rail.on("2030-01-12").plans.handle(changed.build(), Rail.PLAN_OFFICE);

    assertThat(backtest().getHeld().getScores(0).getQuestions()).isEqualTo(5);
  }

  @Test
  void nothingIsWrittenAndAnUnknownPlanIsRefused() {
    load();
    yearByYear();
    int judgements = rail.db.fetchCount(DSL.table("judgement"));
    int messages = rail.db.fetchCount(DSL.table("outbox"));

    backtest();

    assertThat(rail.db.fetchCount(DSL.table("judgement"))).isEqualTo(judgements);
    assertThat(rail.db.fetchCount(DSL.table("outbox"))).isEqualTo(messages);
    assertThatThrownBy(() -> rail.queries.backtest("atlantis", TODAY)).isInstanceOf(Failure.class);
  }

  /** Each January brings the figure of the year before. */
  private void yearByYear() {
    for (int year = 2025; year <= 2029; year++) {
      rail.on((year + 1) + "-01-10");
      rail.figure(PATIENTS, year + "-12-31", String.valueOf(100 + 5 * (year - 2025)));
    }
  }
}
