package io.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.JsonFormat;
import io.waymark.proto.indicator.v1.Comparator;
import io.waymark.proto.indicator.v1.ReviseTargetRequest;
import io.waymark.proto.indicator.v1.ReviseTargetResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {
  private final Town town;

  TargetTest(@TempDir Path directory) throws IOException {
    town = new Town(directory);
  }

  @AfterEach
  void close() {
    town.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void aRevisionShowsWhatItSetInMotionAndStandsInTheHistory(String language) {
    Town.Run revised = revise("revise", "--lang", language);
    assertThat(revised.err()).isEmpty();
    assertThat(revised.exit()).isZero();
    Golden.check("target-revise-" + language, revised.out());

    Town.Run history = town.run("target", "history", Fixtures.RAIL, "--lang", language);
    assertThat(history.exit()).isZero();
    Golden.check("target-history-" + language, history.out());
  }

  @Test
  void everyOptionGoesIntoTheRequest() throws Exception {
    revise("revise", "--value-max", "650", "--comparator", "approx", "--due", "2031");

    assertThat(town.indicator.revisions)
        .containsExactly(
            ReviseTargetRequest.newBuilder()
                .setPlanId("wuhan-15")
                .setTargetId(Fixtures.RAIL)
                .setIdempotencyKey("k-1")
                .setValue("630")
                .setValueMax("650")
                .setComparator(Comparator.COMPARATOR_APPROX)
                .setDue("2031-12-31")
                .setDocument("武发改规〔2028〕15号")
                .setApprover("市人民政府常务会议")
                .setReason("12号线分期建设")
                .setEffective("2028-07-01")
                .build());
    assertThat(town.lastClaims().getStringListClaim("roles")).containsExactly("plan_office");
  }

  @Test
  void aNameStandsForTheTargetAsWell() {
    town.run(
        "target",
        "set",
        "能耗",
        "--value",
        "13",
        "--document",
        "D",
        "--approver",
        "A",
        "--effective",
        "2027-01-01",
        "--lang",
        "zh");

    ReviseTargetRequest sent = town.indicator.revisions.getLast();
    assertThat(sent.getTargetId()).isEqualTo("energy-intensity-2030");
    assertThat(sent.getOnlyIfAwaited()).isTrue();
    assertThat(sent.getReason()).isEqualTo("上级下达");
  }

  @Test
  void aTargetThatHasAValueCannotBeSet() {
    Town.Run run = revise("set");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            """
            not now: target: 645 (expected: awaited)
            It has a value already; change it with waymark target revise.
            """);
  }

  @Test
  void everythingThatIsMissingIsNamedAtOnce() {
    Town.Run run = town.run("target", "revise", "--comparator", "about", "--lang", "zh");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("TARGET"),
            line -> assertThat(line).startsWith("--value"),
            line -> assertThat(line).startsWith("--comparator"),
            line -> assertThat(line).startsWith("--document"),
            line -> assertThat(line).startsWith("--approver"),
            line -> assertThat(line).startsWith("--reason"),
            line -> assertThat(line).startsWith("--effective"),
            line -> assertThat(line).startsWith("示例："));
    assertThat(town.indicator.revisions).isEmpty();
  }

  @Test
  void jsonIsTheReplyAndNothingElse() throws IOException {
    Town.Run run = revise("revise", "--json");
    ReviseTargetResponse.Builder reply = ReviseTargetResponse.newBuilder();
    JsonFormat.parser().merge(run.out(), reply);
    assertThat(reply.getTarget().getValue()).isEqualTo("630");
    assertThat(run.err()).isEqualTo("Idempotency key: k-1\n");
  }

  private Town.Run revise(String command, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "target",
                command,
                Fixtures.RAIL,
                "--value",
                "630",
                "--document",
                "武发改规〔2028〕15号",
                "--approver",
                "市人民政府常务会议",
                "--reason",
                "12号线分期建设",
                "--effective",
                "2028年7月1日",
                "--key",
                "k-1"));
    arguments.addAll(List.of(more));
    return town.run(arguments.toArray(String[]::new));
  }
}
