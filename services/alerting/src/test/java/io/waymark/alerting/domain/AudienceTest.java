package io.waymark.alerting.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waymark.alerting.domain.Bureau.StandIn;
import io.waymark.alerting.domain.Preference.Digest;
import io.waymark.chassis.failure.Failure;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who is told, who is not, and who may say so. */
class AudienceTest {
  private static final Actor LI = new Actor("li", true, "transport", "cli");
  private static final Actor WATER = new Actor("zhou", true, "water", "cli");

  private final City city =
      new City("2026-06-30T01:00:00Z")
          .bureau("transport", "supervision", "li@b.example")
          .bureau("supervision", "", "wang@b.example");

  private void prefers(
      @Nullable Severity atOnce, Digest digest, @Nullable LocalTime from, @Nullable LocalTime to) {
    Preference preference = new Preference("li@b.example", atOnce, digest, from, to);
    city.desk.prefer(city.store, preference, LI, false);
  }

  @Test
  void whoeverStandsInIsToldWhileTheyDo() {
    city.bureau("roads", "", "roads@b.example");
    city.desk.bureausChanged(
        city.store,
        List.of(
            new Bureau(
                "transport",
                2,
                new Text("transport", "transport"),
                "supervision",
                List.of("li@b.example"),
                Language.ZH,
                List.of(
                    new StandIn(
                        "赵",
                        "zhao@b.example",
                        "",
                        LocalDate.parse("2026-06-01"),
                        LocalDate.parse("2026-07-03")),
                    new StandIn("", "", "roads", LocalDate.parse("2026-07-03"), null)))));
    city.judge(Verdicts.rail()).until("2026-07-03T10:00:00");
    assertThat(city.log())
        .containsExactly(
            "2026-06-30 OPENED to li,zhao",
            "2026-07-01 MONTHLY_DIGEST of 1 to li,zhao",
            "2026-07-03 REMINDER to li,roads");
    assertThat(city.mailings.getFirst().recipients().get(1).reason())
        .isEqualTo(Recipient.Reason.DELEGATE);
  }

  @Test
  void aDailyDigestComesOnWorkingDaysOnly() {
    prefers(null, Digest.DAILY, null, null);
    city.judge(Verdicts.of("parks").overall(Light.AT_RISK));
    city.mailings.clear();
    city.until("2026-07-07T10:00:00");
    assertThat(city.log())
        .containsExactly(
            "2026-07-01 DAILY_DIGEST of 1 to li",
            "2026-07-02 DAILY_DIGEST of 1 to li",
            "2026-07-03 DAILY_DIGEST of 1 to li",
            "2026-07-06 DAILY_DIGEST of 1 to li",
            "2026-07-07 DAILY_DIGEST of 1 to li");
  }

  @Test
  void whoeverWantsNothingStillHearsTheEndOfWhatTheyHeardOf() {
    city.judge(Verdicts.rail());
    prefers(null, Digest.NONE, null, null);
    city.judge(Verdicts.rail().overall(Light.ON_TRACK));
    assertThat(city.log()).last().isEqualTo("2026-06-30 RECOVERED to li");
  }

  @Test
  void aSummonsDoesNotWaitForTheMorning() {
    prefers(Severity.WARNING, Digest.NONE, LocalTime.of(8, 0), LocalTime.of(18, 0));
    city.judge(Verdicts.rail()).until("2026-07-28T10:00:00");
    assertThat(city.log()).contains("2026-07-28 SUMMONS to li,wang");
    assertThat(
            city.mailings.stream()
                .filter(mail ->
                    mail.recipients().stream().anyMatch(to -> to.address().startsWith("li")))
                .filter(mail -> mail.notices().getFirst().kind() != NoticeKind.SUMMONS)
                .map(mail -> LocalTime.ofInstant(mail.at(), TestRules.ZONE)))
        .as("all else comes when the quiet hours are over")
        .isNotEmpty()
        .allMatch(time -> !time.isBefore(LocalTime.of(18, 0)));
  }

  @Test
  void aSilenceThatIsEndedEarlyLetsItsAlertsBeToldAtOnce() {
    Silence silence = silence("s1", "transport");
    city.desk.silence(city.store, silence);
    city.judge(Verdicts.rail());
    assertThat(city.log()).isEmpty();
    assertThatThrownBy(() -> city.desk.endSilence(city.store, "s1", WATER, false))
        .isInstanceOf(Failure.class)
        .hasMessage("silence s1 is not one of bureau water");
    Silence ended = city.desk.endSilence(city.store, "s1", LI, false);
    city.settle();
    assertThat(ended.endedBy()).isEqualTo(LI);
    assertThat(city.log()).containsExactly("2026-06-30 OPENED to li");
    assertThatThrownBy(() -> city.desk.endSilence(city.store, "s1", LI, false))
        .hasMessage("silence: over (expected: one that holds)");
    assertThatThrownBy(() -> city.desk.endSilence(city.store, "s2", LI, true))
        .hasMessage("silence s2 not found");
  }

  @Test
  void aSilenceSaysWhyAndForAtMostNinetyTwoDays() {
    Silence endless =
        new Silence(
            "s",
            silence("s", "transport").matcher(),
            " ",
            LI,
            city.clock.instant(),
            Instant.parse("2026-12-31T00:00:00Z"),
            null);
    assertThatThrownBy(() -> city.desk.silence(city.store, endless))
        .hasMessage(
            "reason:  (expected: some words); until: 2026-12-31T00:00:00Z (expected: within 92 days of 2026-06-30T01:00:00Z)");
  }

  @Test
  void aSilenceKeepsQuietWhatItNamesAndNothingElse() {
    city.judge(Verdicts.rail());
    Alert rail = city.alert(Verdicts.RAIL);
    assertThat(matches(rail, "", "", "", "", null, null)).isTrue();
    assertThat(
            matches(
                rail,
                "wuhan-15",
                "rail-transit-length-2030",
                "transport",
                "transport",
                SubjectKind.TARGET,
                Severity.CRITICAL))
        .isTrue();
    assertThat(matches(rail, "wuhan-14", "", "", "", null, null)).isFalse();
    assertThat(matches(rail, "", "other", "", "", null, null)).isFalse();
    assertThat(matches(rail, "", "", "water", "", null, null)).isFalse();
    assertThat(matches(rail, "", "", "", "water", null, null)).isFalse();
    assertThat(matches(rail, "", "", "", "", SubjectKind.PROJECT, null)).isFalse();
    assertThat(matches(rail, "", "", "", "", null, Severity.WARNING)).isFalse();
  }

  private static boolean matches(
      Alert alert,
      String plan,
      String subject,
      String bureau,
      String category,
      @Nullable SubjectKind kind,
      @Nullable Severity severity) {
    return new Silence.Matcher(plan, subject, bureau, category, kind, severity)
        .matches(alert, "transport");
  }

  @Test
  void aBureauSpeaksForItsOwnAddressesOnly() {
    assertThatThrownBy(
            () -> city.desk.prefer(city.store, Preference.usual("wang@b.example"), LI, false))
        .isInstanceOf(Failure.class)
        .hasMessage("address wang@b.example is not one of bureau transport");
    city.desk.prefer(city.store, Preference.usual("wang@b.example"), LI, true);
    assertThat(city.desk.preferences(city.store, "supervision"))
        .containsExactly(Preference.usual("wang@b.example"));
  }

  private Silence silence(String id, String bureau) {
    return new Silence(
        id,
        new Silence.Matcher("", "", bureau, "", null, null),
        "停报整顿",
        LI,
        city.clock.instant(),
        Instant.parse("2026-07-15T00:00:00Z"),
        null);
  }
}
