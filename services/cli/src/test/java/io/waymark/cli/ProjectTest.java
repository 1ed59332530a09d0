package io.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code waymark project}: questions in a file, answers in a file, no server. */
class ProjectTest {
  private static final String HEADER =
      "id,group,kind,history,base_year,base_value,target_year,target_value,comparator,outcome,met\n";

  private final Town town;

  ProjectTest(@TempDir Path directory) throws IOException {
    town = new Town(directory);
  }

  @AfterEach
  void close() {
    town.close();
  }

  private Town.Run project(String rows) throws IOException {
    Files.writeString(town.directory.resolve("q.csv"), HEADER + rows);
    return town.run("project", "--input", "q.csv", "--output", "p.csv");
  }

  private List<List<String>> answers() throws IOException {
    List<List<String>> answers = new ArrayList<>();
    for (String line : Files.readAllLines(town.directory.resolve("p.csv"))) {
      answers.add(List.of(line.split(",")));
    }
    return answers;
  }

  private static String history(int from, int to, double first, double rate) {
    List<String> pairs = new ArrayList<>();
    for (int year = from; year <= to; year++) {
      double value = first * StrictMath.pow(1 + rate + (year % 3 - 1) * 0.01, year - from);
      pairs.add(String.format(Locale.ROOT, "%d:%.3f", year, value));
    }
    return String.join(";", pairs);
  }

  @Test
  void everyQuestionIsAnsweredInItsOrder() throws IOException {
    Town.Run run =
        project(
            "a,,level,"
                + history(2005, 2020, 100, 0.03)
                + ",2019,150,2024,160,ge,170,1\n"
                + "b,,share,2018:40;2019:41;2020:42,2019,41,2024,30,le,45,0\n");
    assertThat(run.exit()).isZero();
    List<List<String>> answers = answers();
    assertThat(answers.get(0))
        .containsExactly(
            "id", "p_meet", "q025", "q05", "q10", "q25", "q50", "q75", "q90", "q95", "q975",
            "status");
    assertThat(answers.stream().skip(1).map(List::getFirst).toList()).containsExactly("a", "b");
    assertThat(Double.parseDouble(answers.get(1).get(1))).isBetween(0.5, 1.0);
    assertThat(Double.parseDouble(answers.get(2).get(1))).isBetween(0.0, 0.2);
    assertThat(answers.get(2).get(11)).isEqualTo("off_track");
    List<Double> quantiles =
        answers.get(1).subList(2, 11).stream().map(Double::parseDouble).toList();
    assertThat(quantiles).isSorted();
  }

  @Test
  void aBadRowIsNamedAndSkippedAndTheOthersAreAnswered() throws IOException {
    Town.Run run =
        project(
            """
            a,,level,2019:1;2020:x,2019,1,2024,2,ge,,
            b,,speed,2019:1;2020:2,2019,1,2024,2,ge,,
            c,,level,2020:1;2019:2,2019,1,2024,2,ge,,
            d,,level,2019:1;2020:2,2019,1,2019,2,ge,,
            e,,level,2019:1;2020:2,2019,1,2024,2,about,,
            f,,level,2019:1;2020:2,2019,1,2024,2,ge,,
            f,,level,2019:1;2020:2,2019,1,2024,2,ge,,
            """);
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err())
        .contains("row at line 2: history: x (expected: a decimal number")
        .contains("row at line 3: kind: speed (expected: level or share)")
        .contains("row at line 4: history: 2019:2 (expected: years that rise)")
        .contains("row at line 5: target_year: 2019 (expected: a year after base_year)")
        .contains("row at line 6: comparator: about (expected: ge, gt, le or lt)")
        .contains("row at line 8: id: f (expected: an id that no earlier row has)")
        .contains("1 answered, 6 skipped");
    assertThat(answers()).hasSize(2);
  }

  @Test
  void aRowLearnsFromItsGroupButNeverFromLaterThanItsOwnLastYear() throws IOException {
    String asked = "a,g,level,2018:100;2019:101;2020:102,2019,101,2024,120,ge,,\n";
    String upTo2020 =
        "b,g,level,"
            + history(2008, 2020, 90, 0.06)
            + ",2019,150,2024,160,ge,,\n"
            + "c,g,level,"
            + history(2008, 2020, 95, 0.07)
            + ",2019,150,2024,160,ge,,\n";
    String upTo2023 =
        upTo2020
            + "d,g,level,"
            + history(2008, 2020, 90, 0.06)
            + ";2021:9;2022:9,2019,150,2024,160,ge,,\n"
            + "e,g,level,"
            + history(2008, 2020, 95, 0.07)
            + ";2021:9;2022:9,2019,150,2024,160,ge,,\n";
    project(asked);
    List<String> alone = answers().get(1);
    project(asked + upTo2020);
    List<String> among = answers().get(1);
    project(asked + upTo2023);
    assertThat(answers().get(1)).isEqualTo(among);
    assertThat(Double.parseDouble(among.get(1)))
        .isGreaterThan(Double.parseDouble(alone.get(1)) + 0.1);
  }

  @Test
  void aFileWithoutTheColumnsIsRefusedWithTheirNames() throws IOException {
    Files.writeString(town.directory.resolve("q.csv"), "id,history\na,2020:1\n");
    Town.Run run = town.run("project", "--input", "q.csv", "--output", "p.csv");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("a column group, kind, base_year, base_value, target_year");
    assertThat(town.directory.resolve("p.csv")).doesNotExist();
  }
}
