package io.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.WhatIfFigure;
import io.waymark.proto.indicator.v1.WhatIfProject;
import io.waymark.proto.indicator.v1.WhatIfRequest;
import io.waymark.proto.indicator.v1.WhatIfTarget;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhatIfTest {
  private final Town town;

  WhatIfTest(@TempDir Path directory) throws IOException {
    town = new Town(directory);
  }

  @AfterEach
  void close() {
    town.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void beforeAndAfterStandSideBySideWithTheMailsThatWouldGoOut(String language) {
    Town.Run run =
        town.run("what-if", "--project", "metro-12", "--finish", "2032", "--lang", language);
    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isZero();
    Golden.check("what-if-" + language, run.out());
    assertThat(town.alerting.previewed.getLast().getJudgementsList())
        .extracting(Judgement::getJudgementId)
        .containsOnly("what-if");
  }

  @Test
  void anyNumberOfSuppositionsGoesIntoOneQuestion() {
    town.run(
        "what-if",
        "--project",
        "12号线",
        "--finish",
        "2032年6月",
        "--percent",
        "60%",
        "--project",
        "pump-1",
        "--percent",
        "10",
        "--observe",
        "rail-transit-length=590.5@2027Q2",
        "--target",
        "轨道交通=630",
        "--as-of",
        "2027-06-30",
        "--lang",
        "zh");

    assertThat(town.indicator.suppositions)
        .containsExactly(
            WhatIfRequest.newBuilder()
                .setPlanId("wuhan-15")
                .setAsOf("2027-06-30")
                .addProjects(
                    WhatIfProject.newBuilder()
                        .setProjectId("metro-12")
                        .setFinish("2032-06-30")
                        .setPercent(60))
                .addProjects(WhatIfProject.newBuilder().setProjectId("pump-1").setPercent(10))
                .addFigures(
                    WhatIfFigure.newBuilder()
                        .setIndicatorId("rail-transit-length")
                        .setPeriodEnd("2027-06-30")
                        .setValue("590.5"))
                .addTargets(WhatIfTarget.newBuilder().setTargetId(Fixtures.RAIL).setValue("630"))
                .build());
  }

  @Test
  void whatChangesNothingIsSaidSo() {
    Town.Run run = town.run("what-if", "--observe", "rail-transit-length=590@2027-06-30");
    assertThat(run.out())
        .isEqualTo("What if, as of 2027-06-30 (2 subjects judged)\nNothing would change.\n");
    assertThat(town.alerting.previewed).isEmpty();
  }

  @Test
  void everyFaultIsNamedAtOnce() {
    Town.Run run =
        town.run(
            "what-if",
            "--project",
            "metro-12",
            "--observe",
            "590",
            "--target",
            "630",
            "--as-of",
            "soon",
            "--lang",
            "zh");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("--project：metro-12"),
            line -> assertThat(line).startsWith("--observe：590"),
            line -> assertThat(line).startsWith("--target：630"),
            line -> assertThat(line).startsWith("--as-of：soon"),
            line -> assertThat(line).startsWith("示例："));
    assertThat(town.run("what-if").exit()).isEqualTo(2);
    assertThat(town.indicator.suppositions).isEmpty();
  }

  @Test
  void jsonHasTheChangesThenTheAlerts() {
    Town.Run run = town.run("what-if", "--project", "metro-12", "--finish", "2032", "--json");
    assertThat(run.err()).isEmpty();
    JsonObject all = JsonParser.parseString(run.out()).getAsJsonObject();
    assertThat(all.getAsJsonObject("whatIf").getAsJsonArray("changes")).hasSize(2);
    assertThat(all.getAsJsonObject("preview").getAsJsonArray("alerts")).hasSize(1);
  }
}
