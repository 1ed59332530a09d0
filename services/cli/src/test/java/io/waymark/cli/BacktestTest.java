package io.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.JsonFormat;
import io.waymark.proto.indicator.v1.BacktestPart;
import io.waymark.proto.indicator.v1.BacktestResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

/** {@code waymark backtest}: how good judgements have been. */
class BacktestTest {
  private static final String HEADER =
      "id,group,kind,history,base_year,base_value,target_year,target_value,comparator,outcome,met\n";

  private final Town town;

  BacktestTest(@TempDir Path directory) throws IOException {
    town = new Town(directory);
  }

  @AfterEach
  void close() {
    town.close();
  }

  private void questions(String rows) throws IOException {
    Files.writeString(town.directory.resolve("q.csv"), HEADER + rows);
  }

  /** Twelve series with two questions each, one and three years ahead. */
  private static String rows() {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      StringBuilder history = new StringBuilder();
      double value = 50 + i;
      for (int year = 2005; year <= 2020; year++) {
        value *= 1.02 + 0.01 * ((year + i) % 3 - 1);
        history.append(
            String.format(Locale.ROOT, "%s%d:%.3f", year == 2005 ? "" : ";", year, value));
      }
      String outcome = String.format(Locale.ROOT, "%.3f", value * (i % 4 == 0 ? 0.95 : 1.06));
      for (int year : new int[] {2021, 2023}) {
        rows.append(
            String.format(
                Locale.ROOT,
                "s%d-%d,,level,%s,2020,%.3f,%d,%.3f,ge,%s,%d%n",
                i,
                year,
                history,
                value,
                year,
                value * 1.01,
                outcome,
                i % 4 == 0 ? 0 : 1));
      }
    }
    return rows.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void theLoadedPlansPastIsScoredByHorizonAndDrawn(String language) {
    town.indicator.backtest = Backtests.scored();

    Town.Run run = town.run("backtest", "--lang", language);

    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isZero();
    Golden.check("backtest-" + language, run.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void withNothingToCheckItSaysWhatIsNeededAndShowsNoFigure(String language) {
    town.indicator.backtest = Backtests.nothing();

    Town.Run run = town.run("backtest", "--svg", "r.svg", "--lang", language);

    assertThat(run.exit()).isZero();
    Golden.check("backtest-nothing-" + language, run.out());
    assertThat(run.err()).contains(language.equals("zh") ? "没有写入可靠性图" : "No diagram written");
    assertThat(town.directory.resolve("r.svg")).doesNotExist();
  }

  @Test
  void jsonIsTheReply() throws IOException {
    town.indicator.backtest = Backtests.scored();
    BacktestResponse.Builder reply = BacktestResponse.newBuilder();
    JsonFormat.parser().merge(town.run("backtest", "--json").out(), reply);

    assertThat(reply.build()).isEqualTo(Backtests.scored());
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void thePictureIsXmlWithATitleAndItsWordsAndMarksWhatIsSimulated(String language)
      throws IOException, ParserConfigurationException, SAXException {
    town.indicator.backtest = Backtests.scored();

    town.run("backtest", "--svg", "r.svg", "--lang", language);

    Path picture = town.directory.resolve("r.svg");
    var root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(picture.toFile())
            .getDocumentElement();
    assertThat(root.getElementsByTagName("circle").getLength()).isEqualTo(3);
    assertThat(root.getElementsByTagName("desc").item(0).getTextContent())
        .contains(language.equals("zh") ? "说 96%，实现 98%（155）" : "said 96%, came true 98% (155)");
    assertThat(Files.readString(picture))
        .contains(language.equals("zh") ? "含模拟数据" : "Simulated data went in");
  }

  @Test
  void aFileIsCheckedWithoutAServerAndHorizonsCountFromTheLastYearKnown() throws IOException {
    town.variables.put("WAYMARK_SERVER", "localhost:1");
    questions(rows());

    Town.Run run = town.run("backtest", "--input", "q.csv", "--svg", "r.svg");

    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("24 questions of 12 series").containsPattern("1 year +12 ");
    assertThat(run.out()).containsPattern("3 years +12 ").doesNotContain("2 years");
    assertThat(town.directory.resolve("r.svg")).exists();
  }

  @Test
  void aFilesScoresAreThoseOfItsOwnAnswers() throws IOException {
    questions(rows());
    town.run("project", "--input", "q.csv", "--output", "p.csv");
    double sum = 0;
    int inside = 0;
    var answers = Files.readAllLines(town.directory.resolve("p.csv"));
    var asked = Files.readAllLines(town.directory.resolve("q.csv"));
    for (int i = 1; i < answers.size(); i++) {
      String[] answer = answers.get(i).split(",", -1);
      String[] question = asked.get(i).split(",", -1);
      sum += Math.pow(Double.parseDouble(answer[1]) - Integer.parseInt(question[10]), 2);
      double outcome = Double.parseDouble(question[9]);
      boolean within =
          outcome >= Double.parseDouble(answer[4]) && outcome <= Double.parseDouble(answer[8]);
      inside += within ? 1 : 0;
    }

    BacktestPart.Builder part = BacktestPart.newBuilder();
    JsonFormat.parser().merge(town.run("backtest", "--input", "q.csv", "--json").out(), part);

    assertThat(part.getScores(0).getBrier())
        .isCloseTo(sum / 24, org.assertj.core.api.Assertions.within(1e-8));
    assertThat(part.getScores(0).getInterval80().getHits()).isEqualTo(inside);
    assertThat(part.getSeries()).isEqualTo(12);
  }

  @Test
  void tooFewAreCountedAndNotScored() throws IOException {
    questions(rows().lines().limit(3).reduce("", (a, b) -> a + b + "\n"));

    Town.Run run = town.run("backtest", "--input", "q.csv", "--svg", "r.svg");

    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("Too few to tell: scores need at least 10 questions.");
    assertThat(town.directory.resolve("r.svg")).doesNotExist();
  }

  @Test
  void aRowWithoutItsOutcomeIsNamedAndSkipped() throws IOException {
    questions(
        """
        a,,level,2019:1;2020:2,2019,1,2024,2,ge,,
        b,,level,2019:1;2020:2,2019,1,2024,2,ge,3,yes
        """);

    Town.Run run = town.run("backtest", "--input", "q.csv");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err())
        .contains("row at line 2: outcome:", "row at line 3: met: yes (expected: 0 or 1)");
  }

  @Test
  void aFileWithoutOutcomesIsRefusedWithWhatIsMissing() throws IOException {
    Files.writeString(
        town.directory.resolve("q.csv"), HEADER.replace(",outcome,met", "") + "a,,level\n");

    Town.Run run = town.run("backtest", "--input", "q.csv");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("a column outcome, met");
  }
}
