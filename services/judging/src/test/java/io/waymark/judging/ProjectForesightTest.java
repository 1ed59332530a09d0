package io.waymark.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** How good is the forecast of a project's finish, on projects whose end is known? */
class ProjectForesightTest {

  private static ProjectForesight extract() throws IOException {
    InputStream file =
        Objects.requireNonNull(
            ProjectForesightTest.class.getResourceAsStream("/capital-projects-extract.csv"));
    try (BufferedReader csv =
        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return ProjectForesight.of(csv);
    }
  }

  @Test
  void onRealProjectsItErrsLessThanTheDeclaredDateAndHardlyLeans() throws IOException {
    ProjectForesight foresight = extract();
    System.out.print(foresight.table());
    assertThat(foresight.count()).isEqualTo(14);
    List<ProjectForesight.Outcome> outcomes = new ArrayList<>();
    for (double share : ProjectForesight.SHARES) {
      outcomes.addAll(foresight.outcomes(share));
    }
    assertThat(ProjectForesight.declaredError(outcomes)).isCloseTo(0.192, within(0.001));
    assertThat(ProjectForesight.error(outcomes)).isLessThan(0.19);
    assertThat(ProjectForesight.bias(outcomes)).isBetween(-0.05, 0.05);
    assertThat(ProjectForesight.coverage(outcomes)).isBetween(0.70, 0.90);
  }

  @Test
  @EnabledIfSystemProperty(named = "waymark.projects", matches = ".+")
  void onAWholeFileItKeepsTheBars() throws IOException {
    try (BufferedReader csv =
        Files.newBufferedReader(Path.of(System.getProperty("waymark.projects")))) {
      ProjectForesight foresight = ProjectForesight.of(csv);
      System.out.print(foresight.table());
      List<ProjectForesight.Outcome> half = foresight.outcomes(0.5);
      List<ProjectForesight.Outcome> late = foresight.outcomes(0.7);
      assertThat(ProjectForesight.declaredError(half)).isCloseTo(0.225, within(0.0005));
      assertThat(ProjectForesight.declaredError(late)).isCloseTo(0.178, within(0.0005));
      assertThat(ProjectForesight.error(half)).isLessThanOrEqualTo(0.20);
      assertThat(ProjectForesight.error(late)).isLessThanOrEqualTo(0.155);
      for (List<ProjectForesight.Outcome> outcomes : List.of(half, late)) {
        assertThat(ProjectForesight.bias(outcomes)).isBetween(-0.05, 0.05);
        assertThat(ProjectForesight.coverage(outcomes)).isBetween(0.75, 0.85);
      }
    }
  }
}
