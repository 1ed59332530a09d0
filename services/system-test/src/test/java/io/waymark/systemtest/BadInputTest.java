package io.waymark.systemtest;

import static io.waymark.systemtest.Refusal.detail;
import static io.waymark.systemtest.Refusal.refused;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import io.grpc.Status;
import io.waymark.proto.indicator.v1.ListObservationsRequest;
import io.waymark.proto.indicator.v1.RecordObservationRequest;
import io.waymark.proto.registry.v1.GetProjectRequest;
import io.waymark.proto.registry.v1.ImportProjectsRequest;
import io.waymark.proto.registry.v1.ReportProgressRequest;
import io.waymark.systemtest.CommandLine.Ended;
import io.waymark.testkit.RealPartsTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Bad input through every door gets a status and a message that name it, and writes nothing. */
@RealPartsTest
@ExtendWith({SharedCity.class, RegistryHeap.class})
@Order(4)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
  private static final String FIVE_MEGABYTES = "x".repeat(5 << 20);

  private final City city;
  private final CommandLine cli;
  private final RestDoor rest;

  BadInputTest(City city) {
    this.city = city;
    cli = new CommandLine(city);
    rest = new RestDoor(city);
  }

  @BeforeAll
  void load() {
    SmallPlan.loadAnother(city);
    assertThat(report("first").setPercentComplete(40).build())
        .satisfies(good -> assertThat(send(good)).isNotEmpty());
  }

  @AfterEach
  void nothingWasWritten() {
    assertThat(
            city.registryAs("water", "reporter")
                .getProject(
                    GetProjectRequest.newBuilder()
                        .setPlanId(SmallPlan.PLAN)
                        .setProjectId(SmallPlan.DITCH)
                        .build())
                .getState()
                .getVersion())
        .isEqualTo(2);
    assertThat(
            city.indicatorAs("water", "reporter")
                .listObservations(
                    ListObservationsRequest.newBuilder()
                        .setPlanId(SmallPlan.PLAN)
                        .setIndicatorId(SmallPlan.INDICATOR)
                        .build())
                .getObservationsList())
        .hasSize(1);
  }

  // ---- gRPC ----

  @Test
  void aPercentageBeyondAHundredIsNamed() {
    var refused = refused(() -> send(report("g1").setPercentComplete(130).build()));

    assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(refused.getStatus().getDescription())
        .isEqualTo("percent_complete: 130 (expected: 0..100)");
    assertThat(detail(refused, BadRequest.class).getFieldViolations(0).getField())
        .isEqualTo("percent_complete");
  }

  @Test
  void notANumberIsNamed() {
    var refused = refused(() -> send(report("g2").setPercentComplete(Double.NaN).build()));

    assertThat(refused.getStatus().getDescription())
        .isEqualTo("percent_complete: NaN (expected: 0..100)");
  }

  @Test
  void aDateInTheNextCenturyIsNamed() {
    var refused =
        refused(() -> send(report("g3").setPercentComplete(41).setAsOf("2126-01-01").build()));

    assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(refused.getStatus().getDescription()).startsWith("as_of: 2126-01-01 (expected: ");
  }

  @Test
  void everyViolationComesAtOnce() {
    var refused =
        refused(() ->
            send(
                report("bad key")
                    .setPercentComplete(-1)
                    .setAsOf("30.6.2027")
                    .setInvestedToDate("much")
                    .build()));

    assertThat(detail(refused, BadRequest.class).getFieldViolationsList())
        .extracting(BadRequest.FieldViolation::getField)
        .containsExactlyInAnyOrder(
            "idempotency_key", "percent_complete", "as_of", "invested_to_date");
  }

  @Test
  void anUnknownProjectIsNobodys() {
    var refused =
        refused(
            () -> send(report("g4").setProjectId("no-such-pump").setPercentComplete(41).build()));

    assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.PERMISSION_DENIED);
    assertThat(detail(refused, ErrorInfo.class).getReason()).isEqualTo("PROJECT_NOT_YOURS");
  }

  @Test
  void anotherPlansIndicatorIsNobodys() {
    var refused =
        refused(() ->
            assertThat(
                    city.indicatorAs("water", "reporter")
                        .recordObservation(
                            RecordObservationRequest.newBuilder()
                                .setPlanId(SmallPlan.PLAN)
                                .setIndicatorId(SmallPlan.ANOTHERS)
                                .setIdempotencyKey("g5")
                                .setPeriodEnd("2027-03-31")
                                .setValue("15")
                                .build()))
                .isNull());

    assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.PERMISSION_DENIED);
    assertThat(detail(refused, ErrorInfo.class).getReason()).isEqualTo("INDICATOR_NOT_YOURS");
  }

  @Test
  void aKeyThatComesBackWithAnotherBodyIsAConflict() {
    var refused = refused(() -> send(report("first").setPercentComplete(41).build()));

    assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.ALREADY_EXISTS);
    assertThat(detail(refused, ErrorInfo.class).getReason()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void anEmptyBatchIsNamed() {
    var refused =
        refused(() ->
            assertThat(
                    city.registryAs("plan-office", "plan_office")
                        .importProjects(ImportProjectsRequest.getDefaultInstance()))
                .isNull());

    assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(refused.getStatus().getDescription()).startsWith("projects: ");
  }

  @Test
  void aMessageOfFiveMegabytesIsTooLarge() {
    var refused =
        refused(
            () -> send(report("g6").setPercentComplete(41).setObstacle(FIVE_MEGABYTES).build()));

    assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
  }

  // ---- REST ----

  @Test
  void restNamesThePercentageAndTheDate() {
    var response =
        post(
            """
            {"idempotencyKey":"r1","asOf":"2126-01-01","percentComplete":130}
            """
                .getBytes(UTF_8));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.headers().firstValue("content-type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(response.body()).contains("percent_complete", "130", "0..100", "2126-01-01");
  }

  @Test
  void restRefusesNotANumber() {
    var response =
        post(
            """
            {"idempotencyKey":"r2","asOf":"2027-06-20","percentComplete":"NaN"}
            """
                .getBytes(UTF_8));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("NaN");
  }

  @Test
  void restMapsOwnershipAndConflict() {
    var foreign =
        rest.report(
            "no-such-pump",
            """
            {"idempotencyKey":"r3","asOf":"2027-06-20","percentComplete":41}
            """
                .getBytes(UTF_8));
    var conflict =
        post(
            """
            {"idempotencyKey":"first","asOf":"2027-06-20","percentComplete":41}
            """
                .getBytes(UTF_8));

    assertThat(foreign.statusCode()).isEqualTo(403);
    assertThat(foreign.body()).contains("PROJECT_NOT_YOURS");
    assertThat(conflict.statusCode()).isEqualTo(409);
    assertThat(conflict.body()).contains("IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void restRefusesBrokenUtf8AndBrokenJsonAndAnEmptyBody() {
    byte[] broken =
        "{\"idempotencyKey\":\"r4\",\"asOf\":\"2027-06-20\",\"obstacle\":\"\u00c3(\"}"
            .getBytes(ISO_8859_1);

    assertThat(post(broken).statusCode()).isEqualTo(400);
    assertThat(post("{\"asOf\":".getBytes(UTF_8)).statusCode()).isEqualTo(400);
    assertThat(post(new byte[0]).statusCode()).isEqualTo(400);
  }

  @Test
  void restRefusesFiveMegabytes() {
    assertThat(post(("{\"obstacle\":\"" + FIVE_MEGABYTES + "\"}").getBytes(UTF_8)).statusCode())
        .isEqualTo(413);
  }

  // ---- the command line ----

  @Test
  void theCommandNamesThePercentageAndTheDateAndEndsWithOne() {
    Ended ended = reportBy("--percent", "130", "--as-of", "2126-01-01");

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.text())
        .contains("percent_complete: 130 (expected: 0..100)")
        .contains("as_of: 2126-01-01 (expected: ");
  }

  @Test
  void theCommandRefusesNotANumberAndAnUnknownProjectAndAReusedKey() {
    assertThat(reportBy("--percent", "NaN").text()).contains("NaN").contains("expected");
    Ended unknown = cli.run("report", "no-such-pump", "--percent", "41", "--as", "water");
    assertThat(unknown.code()).isEqualTo(1);
    assertThat(unknown.text()).contains("no-such-pump");
    Ended reused = reportBy("--percent", "41", "--as-of", "2027-06-20", "--key", "first");
    assertThat(reused.code()).isEqualTo(1);
    assertThat(reused.text()).contains("first");
  }

  @Test
  void theCommandRefusesAnotherPlansIndicator() {
    Ended ended =
        cli.run("observe", SmallPlan.ANOTHERS, "15", "--period", "2027Q1", "--as", "water");

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.text()).contains(SmallPlan.ANOTHERS);
  }

  @Test
  void theCommandRefusesAnEmptyAHugeAndABrokenFile() {
    String head = "project_id,as_of,percent_complete,obstacle\n";
    String row = SmallPlan.DITCH + ",2027-06-20,41,";

    for (byte[] content :
        List.of(
            head.getBytes(UTF_8),
            (head + row + FIVE_MEGABYTES + "\n").getBytes(UTF_8),
            (head + row + "\u00c3(\n").getBytes(ISO_8859_1))) {
      Ended ended = cli.run("report", "-f", file(content).toString(), "--as", "water");
      assertThat(ended.code()).as(ended.text()).isIn(1, 2);
      assertThat(ended.text()).isNotBlank().doesNotContain("Exception");
    }
  }

  private Ended reportBy(String... options) {
    return cli.run(
        Stream.concat(Stream.of("report", SmallPlan.DITCH, "--as", "water"), Arrays.stream(options))
            .toArray(String[]::new));
  }

  private static Path file(byte[] content) {
    try {
      return Files.write(Files.createTempFile("reports", ".csv"), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ReportProgressRequest.Builder report(String key) {
    return SmallPlan.report(SmallPlan.DITCH, key);
  }

  private String send(ReportProgressRequest request) {
    return city.registryAs("water", "reporter").reportProgress(request).getReportId();
  }

  private HttpResponse<String> post(byte[] body) {
    return rest.report(SmallPlan.DITCH, body);
  }
}
