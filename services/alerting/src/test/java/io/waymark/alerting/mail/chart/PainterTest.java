package io.waymark.alerting.mail.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.waymark.alerting.domain.Course;
import io.waymark.alerting.domain.Quantiles;
import io.waymark.alerting.domain.Verdict;
import io.waymark.alerting.domain.Verdicts;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PainterTest {
  private static final Course COURSE =
      new Course(
          List.of(point("2025-12-31", 578), point("2027-06-30", 590)),
          List.of(point("2025-12-31", 578), point("2030-12-31", 645)),
          List.of(band("2027-06-30", 590, 590, 590), band("2030-12-31", 612, 628, 641)),
          List.of());

  @Test
  void historyScheduleProjectionAndTargetAreOnThePicture() throws IOException {
    BufferedImage picture = picture(Verdicts.rail().build().with(COURSE));
    assertThat(picture.getWidth()).isEqualTo(2 * Painter.WIDTH);
    assertThat(count(picture, 0x1f2328)).as("history").isGreaterThan(300);
    assertThat(count(picture, 0x0969da)).as("median").isGreaterThan(300);
    assertThat(count(picture, 0xa40e26)).as("target").isGreaterThan(100);
    assertThat(count(picture, 0x6e7781)).as("schedule and as-of line").isGreaterThan(300);
  }

  @Test
  void withoutAProjectionNothingBlueIsDrawn() throws IOException {
    Course known = new Course(COURSE.history(), COURSE.schedule(), List.of(), List.of());
    assertThat(count(picture(Verdicts.rail().build().with(known)), 0x0969da)).isZero();
  }

  @Test
  void aProjectsProjectionRunsToItsFinish() throws IOException {
    Course reported =
        new Course(
            List.of(point("2026-06-30", 31), point("2027-05-31", 43)),
            List.of(point("2024-07-01", 0), point("2029-12-31", 100)),
            List.of(),
            List.of());
    BufferedImage picture = picture(Verdicts.line().build().with(reported));
    assertThat(count(picture, 0x0969da)).as("way to the finish").isGreaterThan(300);
  }

  @Test
  void whatCannotBeDrawnGivesNoPicture() {
    assertThat(Painter.png(Verdicts.rail().build())).isEmpty();
  }

  @Test
  void figuresThatAreNoNumbersBreakNothing() throws IOException {
    Course strange =
        new Course(
            List.of(point("2027-06-30", Double.NaN)),
            COURSE.schedule(),
            List.of(
                band("2027-06-30", Double.NEGATIVE_INFINITY, 1, Double.POSITIVE_INFINITY),
                band("2030-12-31", 1, 2, 3)),
            List.of());
    assertThat(picture(Verdicts.rail().build().with(strange)).getHeight())
        .isEqualTo(2 * Painter.HEIGHT);
  }

  @Test
  void oneFigureAloneIsAPictureToo() throws IOException {
    Course one = new Course(List.of(point("2027-06-30", 0)), List.of(), List.of(), List.of());
    assertThat(count(picture(Verdicts.rail().build().with(one)), 0x1f2328)).isPositive();
  }

  @Test
  void noFontIsNeeded() {
    JavaClasses chart = new ClassFileImporter().importPackages("io.waymark.alerting.mail.chart");
    ArchRuleDefinition.noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.awt.Font")
        .check(chart);
  }

  @ParameterizedTest
  @CsvSource({"578,645,20", "0,1,0.25", "0.002,0.0031,0.0005", "20000,26500,2000", "-5,5,2.5"})
  void theMarksAreRound(double low, double high, double step) {
    Scale scale = Scale.of(List.of(low, high));
    assertThat(scale.step()).isEqualTo(step);
    assertThat(scale.marks()).hasSizeBetween(3, 6);
  }

  @ParameterizedTest
  @CsvSource({"600,'600'", "26500,'26,500'", "-3,'-3'"})
  void marksAreWrittenWithAsFewDigitsAsTheyNeed(double value, String written) {
    assertThat(Scale.of(List.of(0.0, 40.0)).written(value)).isEqualTo(written);
  }

  @Test
  void smallMarksKeepTheirDigits() {
    assertThat(Scale.of(List.of(0.0, 1.0)).written(0.25)).isEqualTo("0.25");
    assertThat(Scale.of(List.of(0.0, 0.4)).written(0.1)).isEqualTo("0.1");
  }

  private static BufferedImage picture(Verdict verdict) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(Painter.png(verdict).orElseThrow()));
  }

  private static int count(BufferedImage picture, int colour) {
    int found = 0;
    for (int x = 0; x < picture.getWidth(); x++) {
      for (int y = 0; y < picture.getHeight(); y++) {
        found += (picture.getRGB(x, y) & 0xffffff) == colour ? 1 : 0;
      }
    }
    return found;
  }

  private static Course.Point point(String date, double value) {
    return new Course.Point(LocalDate.parse(date), value);
  }

  private static Course.Band band(String date, double low, double middle, double high) {
    return new Course.Band(
        LocalDate.parse(date),
        new Quantiles(low, (low + middle) / 2, middle, (middle + high) / 2, high));
  }
}
