package io.waymark.alerting.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What the desk asks of every store beside its alerts: silences, preferences, digests, what is
 * over.
 */
public abstract class DeskReadingContract extends StoreOfAlerts {
  @Test
  void silencesAreKeptFoundByTimeAndWarnedOfOnce() {
    Instant now = clock.instant();
    Instant end = now.plus(Duration.ofDays(20));
    Silence silence =
        new Silence(
            "s-1",
            new Silence.Matcher(
                "wuhan-15", "", "transport", "rail", SubjectKind.TARGET, Severity.WARNING),
            "审计期间",
            LI_WEI,
            now,
            end,
            null);
    inTransaction(store -> {
      store.keepSilence(silence, now.plus(Duration.ofDays(19)));
      return true;
    });
    assertThat(silence("s-1")).contains(silence);
    assertThat(silence("s-2")).isEmpty();
    assertThat(holding(now)).containsExactly(silence);
    assertThat(holding(now.minusSeconds(1))).isEmpty();
    assertThat(holding(end)).isEmpty();
    assertThat(ending(now.plus(Duration.ofDays(18)))).isEmpty();
    assertThat(ending(now.plus(Duration.ofDays(19)))).containsExactly(silence);
    Silence ended =
        new Silence("s-1", silence.matcher(), silence.reason(), LI_WEI, now, now, STRANGER);
    inTransaction(store -> {
      store.keepSilence(ended, null);
      return true;
    });
    assertThat(silence("s-1")).contains(ended);
    assertThat(ending(end)).isEmpty();
  }

  @Test
  void aPreferenceIsTheLastWord() {
    Preference first =
        new Preference(
            "a@wuhan.example",
            null,
            Preference.Digest.DAILY,
            LocalTime.of(21, 0),
            LocalTime.of(7, 30));
    Preference last =
        new Preference("a@wuhan.example", Severity.CRITICAL, Preference.Digest.NONE, null, null);
    List<String> all = List.of("a@wuhan.example", "b@wuhan.example");
    assertThat(said(all)).isEmpty();
    for (Preference said : List.of(first, last)) {
      inTransaction(store -> {
        store.keepPreference(said, LI_WEI, clock.instant());
        return true;
      });
      assertThat(said(all)).containsExactly(Map.entry(said.address(), said));
    }
  }

  @Test
  void digestsFallDueByTheirTimeAndArePlannedAnew() {
    Instant now = clock.instant();
    inTransaction(store -> {
      store.planDigest("transport", Preference.Digest.DAILY, now.plusSeconds(20));
      store.planDigest("transport", Preference.Digest.WEEKLY, now.plusSeconds(90));
      store.planDigest("water", Preference.Digest.DAILY, now.plusSeconds(10));
      return true;
    });
    assertThat(digests(now.plusSeconds(9), 9)).isEmpty();
    assertThat(digests(now.plusSeconds(30), 9))
        .containsExactly(
            new AlertStore.DueDigest("water", Preference.Digest.DAILY, now.plusSeconds(10)),
            new AlertStore.DueDigest("transport", Preference.Digest.DAILY, now.plusSeconds(20)));
    assertThat(digests(now.plusSeconds(30), 1)).hasSize(1);
    inTransaction(store -> {
      store.planDigest("water", Preference.Digest.DAILY, now.plusSeconds(60));
      return true;
    });
    assertThat(digests(now.plusSeconds(30), 9))
        .extracting(AlertStore.DueDigest::bureauId)
        .containsExactly("transport");
  }

  @Test
  void aBureausFirstDigestsArePlannedOnceItIsKnown() {
    know("transport", 1, "a@wuhan.example");
    assertThat(digests(clock.instant().plus(Duration.ofDays(40)), 9))
        .extracting(AlertStore.DueDigest::digest)
        .containsExactlyInAnyOrder(
            Preference.Digest.DAILY, Preference.Digest.WEEKLY, Preference.Digest.MONTHLY);
  }

  @Test
  void whatIsOverIsFoundByItsBureauAndTheTimeOfItsEnd() {
    Instant began = clock.instant();
    judge(Verdicts.rail().build(), Verdicts.line().build());
    judge(Verdicts.of("drainage").ledBy("water").build());
    assertThat(over("transport", began.minusSeconds(1))).isEmpty();
    clock.advance(Duration.ofDays(10));
    judge(Verdicts.line().version(2).overall(Light.ON_TRACK).build());
    Instant lineEnded = clock.instant();
    clock.advance(Duration.ofDays(10));
    judge(Verdicts.rail().version(2).overall(Light.ON_TRACK).build());
    judge(Verdicts.of("drainage").ledBy("water").version(2).overall(Light.ON_TRACK).build());
    assertThat(over("transport", began)).containsExactly(Verdicts.RAIL, Verdicts.LINE);
    assertThat(over("transport", lineEnded)).containsExactly(Verdicts.RAIL);
    assertThat(over("transport", clock.instant())).isEmpty();
    judge(Verdicts.line().version(3).build());
    assertThat(over("transport", began))
        .as("the record that is over, beside the one that has begun")
        .containsExactly(Verdicts.RAIL, Verdicts.LINE);
  }

  private List<SubjectKey> over(String bureauId, Instant since) {
    return inTransaction(store -> store.overSince(bureauId, since)).stream()
        .peek(state -> assertThat(Objects.requireNonNull(state.alert()).status().live()).isFalse())
        .map(AlertState::subject)
        .toList();
  }

  private Optional<Silence> silence(String id) {
    return inTransaction(store -> store.silence(id));
  }

  private List<Silence> holding(Instant at) {
    return inTransaction(store -> store.silences(at));
  }

  private List<Silence> ending(Instant at) {
    return inTransaction(store -> store.ending(at));
  }

  private Map<String, Preference> said(List<String> addresses) {
    return inTransaction(store -> store.preferences(addresses));
  }

  private List<AlertStore.DueDigest> digests(Instant at, int atMost) {
    return inTransaction(store -> store.digests(at, atMost));
  }
}
