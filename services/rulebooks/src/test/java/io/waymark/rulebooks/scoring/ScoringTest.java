package io.waymark.rulebooks.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.judging.Light;
import io.waymark.rulebooks.SchemeReader;
import io.waymark.rulebooks.Schemes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The worked example of docs/evaluation.md, and what holds of every score. */
class ScoringTest {
  private static final LocalDate AS_OF = LocalDate.parse("2027-12-31");
  private static final Schemes.Known SCORECARD =
      Schemes.shipped().named(Schemes.SCORECARD).orElseThrow();
  private static final Schemes.Known INDEX = Schemes.shipped().named(Schemes.INDEX).orElseThrow();

  private static Fact.Judged judged(
      String id, boolean project, boolean binding, Light light, @Nullable String chance) {
    Map<Lamp, Light> lights =
        Map.of(
            Lamp.POSITION, light,
            Lamp.OUTLOOK, light,
            Lamp.FRESHNESS, light,
            Lamp.OVERALL, light);
    BigDecimal probability = chance == null ? null : new BigDecimal(chance);
    return new Fact.Judged(id, "transport", "transport", project, binding, lights, probability);
  }

  private static Fact.Duty duty(String id, String periodEnd, @Nullable String came) {
    return new Fact.Duty(
        id,
        "transport",
        "transport",
        LocalDate.parse(periodEnd),
        LocalDate.parse(periodEnd).plusDays(15),
        came == null ? null : LocalDate.parse(came));
  }

  private static Fact.Alerted alert(String id, String opened, @Nullable String handled) {
    return new Fact.Alerted(
        "rail",
        "transport",
        "transport",
        id,
        LocalDate.parse(opened),
        handled == null ? null : LocalDate.parse(handled));
  }

  /** The bureau of the document's example. */
  private static List<Fact> transport() {
    return List.of(
        judged("rail", false, true, Light.AT_RISK, "0.4"),
        judged("bus", false, false, Light.ON_TRACK, "0.9"),
        judged("line-11", true, false, Light.ON_TRACK, null),
        judged("line-12", true, false, Light.OFF_TRACK, null),
        judged("line-13", true, false, Light.UNKNOWN, null),
        duty("rail", "2027-03-31", "2027-04-10"),
        duty("rail", "2027-06-30", "2027-07-15"),
        duty("rail", "2027-09-30", "2027-10-20"),
        duty("rail", "2027-12-31", null),
        duty("bus", "2027-03-31", "2027-04-01"),
        alert("a", "2027-07-20", "2027-07-23"),
        alert("b", "2027-09-01", "2027-09-15"),
        alert("c", "2027-12-28", null));
  }

  private static Score score(Schemes.Known known, List<? extends Fact> facts) {
    return new Scoring(known.scheme(), AS_OF).of(facts);
  }

  private static BigDecimal value(Score score) {
    return java.util.Objects.requireNonNull(score.value());
  }

  @Test
  void theScorecardOfTheWorkedExample() {
    Score score = score(SCORECARD, transport());

    assertThat(score.parts())
        .extracting(part -> String.valueOf(part.value()))
        .containsExactly("0.600000", "0.875000", "0.500000", "null");
    assertThat(score.parts())
        .extracting(part -> String.valueOf(part.points()))
        .containsExactly("60.0000", "75.0000", "50.0000", "null");
    assertThat(score.parts())
        .extracting(part -> part.effective().toPlainString())
        .containsExactly("0.4706", "0.2941", "0.2353", "0");
    assertThat(score.parts()).extracting(Score.Part::leftOut).containsExactly(1, 1, 1, 0);
    assertThat(score.known()).isEqualByComparingTo("0.85");
    assertThat(score.value()).isEqualByComparingTo("62.06");
  }

  @Test
  void everyInputOfAPartIsThereToAddUpAgain() {
    Score.Part held = score(SCORECARD, transport()).parts().getFirst();

    assertThat(held.inputs())
        .extracting(
            input -> input.subject() + " " + input.amount() + "/" + input.weight(),
            input -> input.label().en())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("bus 1/1", "● on track"),
            org.assertj.core.groups.Tuple.tuple("line-11 1/1", "● on track"),
            org.assertj.core.groups.Tuple.tuple("line-12 0/1", "■ off track"),
            org.assertj.core.groups.Tuple.tuple("rail 1.0/2", "◆ at risk"));
    assertThat(held.amount()).isEqualByComparingTo("3");
    assertThat(held.weight()).isEqualByComparingTo("5");
  }

  @Test
  void theIndexOfTheWorkedExample() {
    Score score = score(INDEX, transport());

    assertThat(score.parts())
        .extracting(part -> String.valueOf(part.points()))
        .containsExactly("66.6667", "56.6667", "50.0000", "50.0000");
    assertThat(score.value()).isEqualByComparingTo("57.83");
  }

  @Test
  void whatIsMissingIsNeverCountedAsZero() {
    List<Fact> known = List.of(judged("bus", false, false, Light.AHEAD, null));

    assertThat(score(SCORECARD, known).value()).as("40 % of the weight are known").isNull();
    assertThat(score(SCORECARD, List.of()).value()).isNull();
    assertThat(score(SCORECARD, List.of()).parts()).allMatch(part -> part.points() == null);
  }

  @Test
  void aSchemeMaySayThatAMissingPartLeavesTheScoreUnknown() {
    String yaml =
        SCORECARD
            .yaml()
            .replace("missing: {rule: redistribute, least_known: 0.5}", "missing: {rule: unknown}");
    Scheme strict = SchemeReader.read("strict.yaml", yaml).scheme().orElseThrow();
    Score score = new Scoring(strict, AS_OF).of(transport());

    assertThat(score.value()).isNull();
    assertThat(score.parts().getFirst().points()).isEqualByComparingTo("60");

    List<Fact> complete = new ArrayList<>(transport());
    complete.add(new Fact.Honesty("rail", "transport", "transport", 10, 1));
    assertThat(new Scoring(strict, AS_OF).of(complete).value()).isEqualByComparingTo("64.75");
  }

  @Test
  void theOrderOfTheFactsDoesNotMatter() {
    List<Fact> facts = new ArrayList<>(someFacts(new Random(7), 200));
    Score before = score(SCORECARD, facts);
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(facts, new Random(i));
      assertThat(score(SCORECARD, facts)).isEqualTo(before);
      assertThat(score(INDEX, facts).value()).isEqualTo(score(INDEX, facts.reversed()).value());
    }
  }

  @Test
  void everyScoreAndEveryPartLiesBetweenZeroAndAHundred() {
    for (int seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      List<Fact> facts = someFacts(random, random.nextInt(30));
      for (Schemes.Known known : List.of(SCORECARD, INDEX)) {
        Score score = score(known, facts);
        List<@Nullable BigDecimal> all = new ArrayList<>();
        all.add(score.value());
        score.parts().forEach(part -> all.add(part.points()));
        assertThat(all)
            .filteredOn(points -> points != null)
            .allMatch(points -> points.signum() >= 0 && points.compareTo(HUNDRED) <= 0);
      }
    }
  }

  private static final BigDecimal HUNDRED = new BigDecimal(100);

  @Test
  void theEffectiveWeightsOfAScoreSumToOne() {
    for (int seed = 0; seed < 100; seed++) {
      Score score = score(SCORECARD, someFacts(new Random(seed), 12));
      if (score.value() != null) {
        BigDecimal sum =
            score.parts().stream()
                .map(Score.Part::effective)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum.subtract(BigDecimal.ONE).abs()).isLessThan(new BigDecimal("0.001"));
      }
    }
  }

  /** One thing that goes better. */
  enum Better {
    LIGHT,
    CHANCE,
    REPORT,
    FINDING,
    ALERT
  }

  @ParameterizedTest
  @EnumSource
  void aScoreNeverFallsWhenOneThingGoesBetter(Better better) {
    int rose = 0;
    for (int seed = 0; seed < 40; seed++) {
      List<Fact> facts = someFacts(new Random(seed), 15);
      for (int i = 0; i < facts.size(); i++) {
        List<Fact> mended = new ArrayList<>(facts);
        Fact mend = mended(better, facts.get(i));
        mended.set(i, mend);
        for (Schemes.Known known : List.of(SCORECARD, INDEX)) {
          BigDecimal before = value(score(known, facts));
          BigDecimal after = value(score(known, mended));
          assertThat(after).as("%s of %s", better, facts.get(i)).isGreaterThanOrEqualTo(before);
          rose += after.compareTo(before) > 0 ? 1 : 0;
        }
      }
    }
    assertThat(rose).as("it does rise with it").isPositive();
  }

  private static Fact mended(Better better, Fact fact) {
    return switch (fact) {
      case Fact.Judged j when better == Better.LIGHT && j.light(Lamp.OVERALL) == Light.OFF_TRACK ->
          judged(j.subject(), j.project(), j.binding(), Light.AT_RISK, text(j.probability()));
      case Fact.Judged j when better == Better.LIGHT && j.light(Lamp.OVERALL) == Light.AT_RISK ->
          judged(j.subject(), j.project(), j.binding(), Light.ON_TRACK, text(j.probability()));
      case Fact.Judged j when better == Better.CHANCE && j.probability() != null ->
          judged(j.subject(), j.project(), j.binding(), j.light(Lamp.OVERALL), "1");
      case Fact.Duty d when better == Better.REPORT ->
          duty(d.subject(), d.periodEnd().toString(), d.periodEnd().plusDays(1).toString());
      case Fact.Honesty h when better == Better.FINDING && h.findings() > 0 ->
          new Fact.Honesty(h.subject(), h.bureau(), h.field(), h.reports(), h.findings() - 1);
      case Fact.Alerted a when better == Better.ALERT && a.opened().isBefore(AS_OF.minusDays(8)) ->
          alert(a.alert(), a.opened().toString(), a.opened().plusDays(1).toString());
      default -> fact;
    };
  }

  private static @Nullable String text(@Nullable BigDecimal number) {
    return number == null ? null : number.toPlainString();
  }

  /** At least one of each kind from five facts on. */
  private static List<Fact> someFacts(Random random, int count) {
    List<Fact> facts = new ArrayList<>();
    Light[] lights = Light.values();
    for (int i = 0; i < count; i++) {
      LocalDate day = LocalDate.parse("2027-01-31").plusDays(random.nextInt(320));
      String came = random.nextInt(4) == 0 ? null : day.plusDays(random.nextInt(40)).toString();
      facts.add(
          switch (i % 5) {
            case 0 ->
                judged(
                    "t" + i,
                    false,
                    random.nextBoolean(),
                    i == 0 ? Light.AT_RISK : lights[random.nextInt(lights.length)],
                    "0." + (1 + random.nextInt(8)));
            case 1 ->
                judged(
                    "p" + i,
                    true,
                    false,
                    i == 1 ? Light.OFF_TRACK : lights[random.nextInt(lights.length)],
                    null);
            case 2 -> duty("t" + i, day.toString(), came);
            case 3 -> new Fact.Honesty("p" + i, "transport", "transport", 9, random.nextInt(9));
            default -> alert("a" + i, day.toString(), came);
          });
    }
    return facts;
  }
}
