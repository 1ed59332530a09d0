package io.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.JsonFormat;
import io.waymark.proto.registry.v1.Phase;
import io.waymark.proto.registry.v1.ReportProgressRequest;
import io.waymark.proto.registry.v1.ReportProgressResponse;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTest {
  private final Town town;

  ReportTest(@TempDir Path directory) throws IOException {
    town = new Town(directory);
  }

  @AfterEach
  void close() {
    town.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void anAcceptedReportShowsTheNewJudgementsAndTheMail(String language) {
    Town.Run run =
        town.run(
            "report",
            "metro-12",
            "--percent",
            "38",
            "--expected-finish",
            "2031-09-30",
            "--key",
            "k-1",
            "--as",
            "transport",
            "--lang",
            language);
    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isZero();
    Golden.check("report-" + language, run.out());
  }

  @Test
  void everyOptionGoesIntoTheRequest() {
    town.run(
        "report",
        "metro-12",
        "--percent",
        "38.5%",
        "--expected-finish",
        "2032年6月",
        "--as-of",
        "2027-06",
        "--invested",
        "1,234.50",
        "--phase",
        "在建",
        "--obstacle",
        "管线迁改",
        "--corrects",
        "r-0",
        "--key",
        "k-1",
        "--as",
        "transport");
    assertThat(town.registry.reports)
        .containsExactly(
            ReportProgressRequest.newBuilder()
                .setPlanId("wuhan-15")
                .setProjectId("metro-12")
                .setPercentComplete(38.5)
                .setExpectedFinish("2032-06-30")
                .setAsOf("2027-06-30")
                .setInvestedToDate("1234.50")
                .setPhase(Phase.PHASE_BUILDING)
                .setObstacle("管线迁改")
                .setCorrectsReportId("r-0")
                .setIdempotencyKey("k-1")
                .build());
  }

  @Test
  void asOfIsTheServicesTodayAndTheKeyIsRandomAndTold() {
    Town.Run run = town.run("report", "metro-12", "--percent", "38", "--as", "transport");
    ReportProgressRequest sent = town.registry.reports.getFirst();
    assertThat(sent.getAsOf()).isEqualTo(Fixtures.TODAY);
    assertThat(sent.getIdempotencyKey()).matches("cli-[0-9a-f-]{36}");
    assertThat(run.out()).contains("key " + sent.getIdempotencyKey());
  }

  @Test
  void jsonIsTheReplyAndTheKeyGoesAside() throws IOException {
    Town.Run run =
        town.run(
            "report", "metro-12", "--percent", "38", "--key", "k-1", "--as", "transport", "--json");
    ReportProgressResponse.Builder reply = ReportProgressResponse.newBuilder();
    JsonFormat.parser().merge(run.out(), reply);
    assertThat(reply.getReportId()).isEqualTo("r-1");
    assertThat(run.err()).isEqualTo("Idempotency key: k-1\n");
  }

  @Test
  void theBureauIsInTheToken() throws Exception {
    town.run("report", "metro-12", "--percent", "38", "--as", "transport", "--json");
    assertThat(town.lastClaims().getStringClaim("bureau")).isEqualTo("transport");
    assertThat(town.lastClaims().getStringListClaim("roles")).containsExactly("reporter");
    assertThat(town.lastClaims().getStringClaim("kind")).isEqualTo("person");
    assertThat(town.lastClaims().getIssuer()).isEqualTo("waymark");
  }

  @Test
  void aGivenTokenTakesPrecedence() {
    town.variables.put("WAYMARK_TOKEN", "given");
    town.run("report", "metro-12", "--percent", "38", "--as", "water", "--json");
    assertThat(town.lastHeader("authorization")).isEqualTo("Bearer given");
  }

  @Test
  void whoeverNamesNoBureauIsToldWhichOneLeads() {
    Town.Run run = town.run("report", "metro-12", "--percent", "38", "--lang", "zh");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(town.registry.reports).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            """
            --as：未填（应为：填报单位，如 water）
            12号线武昌段 由 市交通局（transport）牵头：请加上 --as transport
            """);
  }

  @Test
  void everyFaultOfTheCommandLineIsToldAtOnce() {
    Town.Run run =
        town.run(
            "report",
            "--percent",
            "NaN",
            "--as-of",
            "2027年13月",
            "--invested",
            "much",
            "--phase",
            "dreaming");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            """
            PROJECT: missing (expected: id or name of a project)
            --as-of: 2027年13月 (expected: a date such as 2027-06-30, 2027-06, 2027Q2 or 2027)
            --invested: much (expected: a decimal number, for example 590 or 12.5)
            --phase: dreaming (expected: reserve, preparation, started, building, completed or operating)
            --percent: NaN (expected: a number 0..100, for example 38 or 38.5)
            Example: waymark report pump-yangsigang --percent 38 --expected-finish 2028-06 --as water
            """);
  }

  @Test
  void everyViolationThatTheServiceNamesIsTold() {
    Town.Run run =
        town.run(
            "report", "metro-12", "--percent", "130", "--as-of", "2126-01-01", "--as", "transport");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            """
            percent_complete: 130 (expected: 0..100)
            as_of: 2126-01-01 (expected: not after 2027-06-30)
            Mend what is named above and send it again.
            """);
  }

  @Test
  void anothersProjectIsRefusedWithTheWayOut() {
    Town.Run run = town.run("report", "pump-1", "--percent", "3", "--as", "transport");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            """
            not yours: project wuhan-15/pump-1 (expected: a project that bureau transport leads or supports, reported by a reporter)
            Act for the bureau that leads it: --as BUREAU (waymark judge SUBJECT names it).
            """);
    Town.Run chinese =
        town.run("report", "pump-1", "--percent", "3", "--as", "transport", "--lang", "zh");
    assertThat(chinese.err()).contains("项目 wuhan-15/pump-1（应为：单位 transport 牵头或协办的项目，并由填报人填报）");
  }

  @Test
  void aServerThatDoesNotAnswerIsSaidSo() {
    Town.Run run = town.run("judge", "--server", "localhost:1", "--lang", "zh");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).isEqualTo("服务器：localhost:1 无应答\n启动：./waymark up\n");
  }

  @Test
  void aServiceThatIsAwayForAMomentIsAskedAgain() {
    town.indicator.beAwayFor(2);
    assertThat(town.run("judge").exit()).isZero();
  }

  @Test
  void aServiceThatStaysAwayIsSaidSo() {
    town.indicator.beAwayFor(100);
    Town.Run run = town.run("judge");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            """
            not available: the database is away; try again
            Try again in a moment; waymark status names the part that is away.
            """);
  }

  @Test
  void aReportStandsEvenIfItsEffectCannotBeRead() {
    town.indicator.judgements.clear();
    Town.Run run = town.run("report", "metro-12", "--percent", "38", "--as", "transport");
    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("Accepted: metro-12", "No judgement changed within 3 s (2 subjects watched).");
  }

  @Test
  void anObservationShowsItsEffectToo() {
    Town.Run run =
        town.run(
            "observe",
            "轨道交通",
            "612",
            "--period",
            "2027Q2",
            "--as",
            "transport",
            "--key",
            "k-2",
            "--lang",
            "zh");
    assertThat(run.exit()).isZero();
    assertThat(town.indicator.figures.getFirst().getIndicatorId()).isEqualTo("rail-transit-length");
    assertThat(town.indicator.figures.getFirst().getPeriodEnd()).isEqualTo("2027-06-30");
    assertThat(run.out())
        .isEqualTo(
            """
            已受理：rail-transit-length = 612，期末 2027-06-30。监测编号 o-1，幂等键 k-2

            ◆ 预警 → ● 正常  轨道交通运营里程  rail-transit-length-2030  模拟数据
                回到正轨。
                达标概率：21% → 5%

            3 秒内没有发出邮件；需等待汇总邮件、免打扰时段结束或服务空闲的，随后发出：waymark mail --last
            """);
  }
}
