package io.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.JsonFormat;
import io.waymark.proto.indicator.v1.GetJudgementResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeTest {
  private final Town town;

  JudgeTest(@TempDir Path directory) throws IOException {
    town = new Town(directory);
  }

  @AfterEach
  void close() {
    town.close();
  }

  @ParameterizedTest
  @CsvSource({
    "zh, rail-transit-length-2030, judge-target-zh",
    "en, rail-transit-length-2030, judge-target-en",
    "zh, metro-12, judge-project-zh",
    "en, metro-12, judge-project-en",
    "zh, energy-intensity-2030, judge-awaiting-zh"
  })
  void aJudgementReadsAsItWasDesigned(String language, String subject, String golden) {
    Town.Run run = town.run("judge", subject, "--lang", language);
    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isZero();
    Golden.check(golden, run.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void theOverviewCountsByFieldAndNamesTheWorst(String language) {
    Town.Run run = town.run("--lang", language, "judge");
    assertThat(run.exit()).isZero();
    Golden.check("overview-" + language, run.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void anExplanationShowsTheArithmetic(String language) {
    Town.Run run = town.run("explain", Fixtures.RAIL, "--lang", language);
    assertThat(run.exit()).isZero();
    Golden.check("explain-" + language, run.out());
  }

  @Test
  void jsonIsTheReplyAndNothingElse() throws IOException {
    Town.Run run = town.run("judge", Fixtures.RAIL, "--json");
    GetJudgementResponse.Builder reply = GetJudgementResponse.newBuilder();
    JsonFormat.parser().merge(run.out(), reply);
    assertThat(reply.getJudgement()).isEqualTo(Fixtures.rail());
    assertThat(run.err()).isEmpty();
  }

  @Test
  void aNameIsFoundAndItsIdIsTold() {
    Town.Run run = town.run("judge", "轨道交通", "--lang", "zh");
    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEqualTo("轨道交通：rail-transit-length-2030\n");
  }

  @Test
  void aNameThatFitsSeveralSubjectsListsTheirIds() {
    town.indicator.put(Fixtures.metro().toBuilder().setSubjectId("metro-12-north").build());
    Town.Run run = town.run("judge", "武昌段", "--lang", "zh");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .startsWith("武昌段：对应多个对象（应为以下编号之一）\n")
        .contains("  metro-12  12号线武昌段\n", "  metro-12-north  12号线武昌段\n")
        .endsWith("请用其中一个编号重试。\n");
  }

  @Test
  void aNameThatFitsNothingIsSaidSo() {
    Town.Run run = town.run("judge", "月球", "--lang", "zh");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).isEqualTo("月球：没有这个名称\n查看有哪些对象：waymark judge\n");
  }

  @Test
  void bothClocksGoIntoTheQuestion() {
    town.run("judge", Fixtures.RAIL, "--as-of", "2027年3月", "--known-at", "2027-04-05");
    assertThat(town.indicator.questions.getLast().getAsOf()).isEqualTo("2027-03-31");
    assertThat(town.indicator.questions.getLast().getKnownAt())
        .isEqualTo(Fixtures.at(Instant.parse("2027-04-05T15:59:59.999Z")));
  }

  @Test
  void anUnknownSubjectIsSaidSo() {
    Town.Run run = town.run("judge", "no-such-thing");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo("not found: no-such-thing not found\nSee what there is: waymark judge\n");
  }

  @Test
  void readingIsDoneAsThePlanOfficeThroughTheCommandsOwnChannel() throws Exception {
    town.run("judge");
    assertThat(town.lastClaims().getStringClaim("bureau")).isEqualTo("plan-office");
    assertThat(town.lastClaims().getStringListClaim("roles")).containsExactly("plan_office");
    assertThat(town.lastHeader("x-waymark-channel")).isEqualTo("cli");
  }
}
