package io.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.JsonFormat;
import io.waymark.proto.indicator.v1.Difference;
import io.waymark.proto.indicator.v1.GetJudgementResponse;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.Light;
import io.waymark.proto.indicator.v1.ListJudgementHistoryResponse;
import io.waymark.proto.indicator.v1.Verification;
import io.waymark.proto.indicator.v1.VerifyJudgementResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The figure of March, 600 km, was corrected in July to 585 km. */
class TwoClocksTest {
  private static final String MARCH = "aaaaaaaa-0000-4000-8000-000000000001";
  private static final String RESTATED = "aaaaaaaa-0000-4000-8000-000000000003";
  private static final String CORRECTION = "cccccccc-0000-4000-8000-000000000009";

  private final Town town;

  TwoClocksTest(@TempDir Path directory) throws IOException {
    town = new Town(directory);
  }

  @BeforeEach
  void corrected() {
    Judgement march =
        judged(MARCH, "2027-04-10", "2027-04-10T02:00:00Z", 1, Light.LIGHT_AHEAD, "600");
    Judgement july =
        judged(
            "aaaaaaaa-0000-4000-8000-000000000002",
            "2027-07-08",
            "2027-07-08T02:00:00Z",
            2,
            Light.LIGHT_OFF_TRACK,
            "585");
    town.indicator.history.addAll(List.of(restatement(march), july, march));
    town.indicator.put(july);
    town.indicator.judgements.put(RESTATED, restatement(march));
  }

  @AfterEach
  void close() {
    town.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void aPastDayShowsWhatWasHeldBesideWhatIsNowTrue(String language) {
    Town.Run run = town.run("judge", Fixtures.RAIL, "--as-of", "2027-06-30", "--lang", language);
    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isZero();
    Golden.check("two-clocks-" + language, run.out());
  }

  @Test
  void aDayOfWhichNothingWasHeldSaysSo() {
    Town.Run run = town.run("judge", Fixtures.RAIL, "--as-of", "2026-12-31");
    assertThat(run.out()).contains("Nothing was held of 2026-12-31 then.");
  }

  @Test
  void bothAnswersComeAsJson() throws IOException {
    Town.Run run = town.run("judge", Fixtures.RAIL, "--as-of", "2027-06-30", "--json");
    GetJudgementResponse.Builder reply = GetJudgementResponse.newBuilder();
    JsonFormat.parser().merge(run.out(), reply);
    assertThat(reply.getHeld().getTarget().getValue()).isEqualTo("600");
    assertThat(reply.getJudgement().getTarget().getValue()).isEqualTo("585");
    assertThat(reply.getJudgedAfresh()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void theHistoryMarksWhatIsNoLongerHeldAndSaysWhy(String language) {
    Town.Run run = town.run("judge", Fixtures.RAIL, "--history", "--lang", language);
    assertThat(run.exit()).isZero();
    Golden.check("history-" + language, run.out());
  }

  @Test
  void theHistoryComesAsJson() throws IOException {
    Town.Run run = town.run("judge", Fixtures.RAIL, "--history", "--json");
    ListJudgementHistoryResponse.Builder reply = ListJudgementHistoryResponse.newBuilder();
    JsonFormat.parser().merge(run.out(), reply);
    assertThat(reply.getJudgementsList()).isEqualTo(town.indicator.history);
  }

  @Test
  void theHistoryNeedsASubjectAndNoDate() {
    assertThat(town.run("judge", "--history").exit()).isEqualTo(2);
    Town.Run dated = town.run("judge", Fixtures.RAIL, "--history", "--as-of", "2027-06-30");
    assertThat(dated.exit()).isEqualTo(2);
    assertThat(dated.err())
        .startsWith("--history: together with --as-of or --known-at (expected: ");
  }

  @Test
  void aRestatementSaysWhatItTookThePlaceOf() {
    Town.Run run = town.run("judge", RESTATED, "--lang", "zh");
    assertThat(run.out())
        .contains("↺ 重述 2027-04-10 的研判：▲ 超前 → ■ 滞后\n  轨道交通运营里程：2027-03-31 的监测值")
        .contains("计算过程：waymark explain " + RESTATED + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void aJudgementThatComesOutInTheSameBytesIsASuccess(String language) {
    town.indicator.verification =
        VerifyJudgementResponse.newBuilder()
            .setVerification(Verification.VERIFICATION_SAME)
            .setWords(
                Fixtures.text(
                    "按所依据的 2 条数据、规则 wuhan 第 1 版、引擎 1.0.0 重算，结果逐字节相同。",
                    "Recomputed from its 2 inputs with rulebook wuhan v1 and engine 1.0.0: the same"
                        + " bytes."))
            .setJudgement(town.indicator.history.getLast())
            .setStoredSha256("ab".repeat(32))
            .setRecomputedSha256("ab".repeat(32))
            .build();
    Town.Run run = town.run("explain", MARCH, "--verify", "--lang", language);
    assertThat(run.exit()).isZero();
    assertThat(town.indicator.verified).containsExactly(MARCH);
    Golden.check("verify-same-" + language, run.out());
  }

  @Test
  void aJudgementThatDiffersOrCannotBeRecomputedIsAFailure() throws IOException {
    town.indicator.verification =
        VerifyJudgementResponse.newBuilder()
            .setVerification(Verification.VERIFICATION_DIFFERS)
            .setWords(Fixtures.text("与重算的结果不同。", "It differs from what comes out."))
            .setJudgement(town.indicator.history.getLast())
            .addDifferences(
                Difference.newBuilder().setField("target.value").setBefore("600").setAfter("610"))
            .setStoredSha256("ab".repeat(32))
            .setRecomputedSha256("cd".repeat(32))
            .build();
    Town.Run differs = town.run("explain", MARCH, "--verify");
    assertThat(differs.exit()).isEqualTo(1);
    Golden.check("verify-differs-en", differs.out());

    Town.Run json = town.run("explain", MARCH, "--verify", "--json");
    VerifyJudgementResponse.Builder reply = VerifyJudgementResponse.newBuilder();
    JsonFormat.parser().merge(json.out(), reply);
    assertThat(json.exit()).isEqualTo(1);
    assertThat(reply.build()).isEqualTo(town.indicator.verification);

    town.indicator.verification =
        VerifyJudgementResponse.newBuilder()
            .setVerification(Verification.VERIFICATION_IMPOSSIBLE)
            .setWords(
                Fixtures.text(
                    "无法重算：engine judging-0 已不存在或未记录。",
                    "It cannot be recomputed: engine judging-0 is not available any more."))
            .build();
    Town.Run impossible = town.run("explain", MARCH, "--verify", "--lang", "zh");
    assertThat(impossible.exit()).isEqualTo(1);
    assertThat(impossible.out()).isEqualTo("? 无法重算：engine judging-0 已不存在或未记录。\n");
  }

  @Test
  void onlyWhatIsStoredCanBeVerified() {
    Town.Run run = town.run("explain", Fixtures.RAIL, "--verify", "--as-of", "2027-06-30");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).startsWith("--verify: together with --as-of");
    assertThat(town.indicator.verified).isEmpty();
  }

  private static Judgement judged(
      String id, String asOf, String recorded, long version, Light overall, String value) {
    Judgement.Builder judgement =
        Fixtures.rail().toBuilder()
            .setJudgementId(id)
            .setAsOf(asOf)
            .setRecordedAt(Fixtures.at(Instant.parse(recorded)))
            .setVersion(version);
    judgement.getLightsBuilder().setOverall(overall).setPosition(overall);
    judgement.getTargetBuilder().setValue(value).setValueDate("2027-03-31");
    judgement.getOutlookBuilder().setPMeet(overall == Light.LIGHT_AHEAD ? 0.71 : 0.21);
    return judgement.build();
  }

  private static Judgement restatement(Judgement march) {
    return judged(RESTATED, "2027-04-10", "2027-07-08T02:00:00Z", 3, Light.LIGHT_OFF_TRACK, "585")
        .toBuilder()
        .setRestatesJudgementId(march.getJudgementId())
        .setRestatedLights(march.getLights())
        .setCauseEventId(CORRECTION)
        .setCause(
            Fixtures.text(
                "轨道交通运营里程：2027-03-31 的监测值 600 于 2027-07-08 更正为 585",
                "Urban rail length: the figure of 2027-03-31 was corrected on 2027-07-08 from 600"
                    + " to 585"))
        .build();
  }
}
