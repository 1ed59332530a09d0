package io.waymark.cli.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanPackFaultsTest {
  @TempDir Path folder;
  private PackFolder pack;

  @BeforeEach
  void writeSoundPack() {
    pack = PackFolder.sound(folder);
  }

  @Test
  void aSoundPackHasNoFaults() {
    PackReading reading = pack.read();

    assertThat(reading.faults()).isEmpty();
    assertThat(reading.pack().orElseThrow().contributions()).hasSize(1);
  }

  @ParameterizedTest(name = "{0}: {1} -> {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "plan.csv|2030-12-31|2025-12-31|2|end|a day after start (2026-01-01)",
        "bureaus.csv|water,水|Water!,水|3|bureau_id|an id: lower case letters",
        "bureaus.csv|water@city.example;duty@city.example|water-at-city|3|emails|at least one mail address",
        "bureaus.csv|plan@city.example||2|emails|at least one mail address",
        "bureaus.csv|plan-office,water|mayor,water|3|parent_bureau_id|a bureau that is listed in bureaus.csv",
        "bureaus.csv|Office,,plan|Office,water,plan|2|parent_bureau_id|superiors that do not lead back",
        "indicators.csv|排涝||2|name_zh|a value",
        "indicators.csv|level|size|2|measure|one of: annual_growth, average_growth, coverage",
        "indicators.csv|up|sideways|2|direction|one of: down, up",
        "indicators.csv|water,lead_bureau_id|sea,lead_bureau_id|2|lead_bureau_id|a bureau that is listed in bureaus.csv",
        "indicators.csv|water,lead_bureau_id|water,lead|2|assumed|columns of this file",
        "indicators.csv|leakage|drainage|3|indicator_id|no repetition (row 2 has it already)",
        "targets.csv|drainage-2030,drainage|drainage-2030,roads|2|indicator_id|an indicator that is listed",
        "targets.csv|leakage-2030|drainage-2030|3|target_id|no repetition (row 2 has it already)",
        "targets.csv|,20,|,twenty,|2|value|a decimal number, for example 9.5",
        "targets.csv|,20,|,NaN,|2|value|a decimal number, for example 9.5",
        "targets.csv|,20,30|,20,15|2|value_max|more than value (20)",
        "targets.csv|,20,30|,,30|2|value_max|nothing, because there is no value",
        "targets.csv|30,ge|30,approx|2|value_max|nothing, because the rulebook gives the tolerance",
        "targets.csv|30,ge|30,at least|2|comparator|one of: approx, eq, ge, gt, le, lt",
        "targets.csv|30,ge|30,le|2|comparator|agrees with the indicator's direction (up)",
        "targets.csv|2030-12-31|2030-13-31|2|due|an ISO date from 2000 to 2099",
        "targets.csv|2030-12-31|2126-12-31|2|due|an ISO date from 2000 to 2099",
        "targets.csv|2030-12-31|2025-12-31|2|due|a day after the plan begins (2026-01-01)",
        "targets.csv|10,2025-12-31|,2025-12-31|2|base_date|nothing, because there is no base_value",
        "projects.csv|building|standing|2|phase|one of: building, completed, operating",
        "projects.csv|2028-12-31|2025-12-31|2|planned_finish|a day after planned_start (2026-01-01)",
        "projects.csv|2028-12-31|31.12.2028|2|planned_finish|an ISO date from 2000 to 2099",
        "projects.csv|building,water|building,sea|2|lead_bureau_id|a bureau that is listed",
        "contributions.csv|drainage,pump|roads,pump|2|indicator_id|an indicator that is listed",
        "contributions.csv|drainage,pump|drainage,dam|2|project_id|a project that is listed",
        "contributions.csv|,10,|,0,|2|amount|a number other than 0",
        "contributions.csv|in_proportion||2|mode|one of: in_proportion, on_completion",
        "contributions.csv|,10,|,,|2|mode|nothing, because there is no amount",
        "contributions.csv|leakage|drainage|3|project_id|no repetition (row 2 has it already)",
        "schedules.csv|pump,2026-06-30|dam,2026-06-30|2|project_id|a project that is listed",
        "schedules.csv|2026-06-30|2025-06-30|2|date|no day before planned_start (2026-01-01)",
        "schedules.csv|2027-12-31|2029-12-31|3|date|no day after planned_finish (2028-12-31)",
        "schedules.csv|2027-12-31|2026-06-30|3|date|a day after the project's point before (2026-06-30)",
        "schedules.csv|,60,|,5,|3|percent|no less than the project's point before (10)",
        "schedules.csv|,60,|,160,|3|percent|a number from 0 to 100",
        "schedules.csv|Pumps in place||3|milestone_en|a value",
        "observations.csv|leakage|roads|2|indicator_id|an indicator that is listed",
        "observations.csv|12.5||2|value|a decimal number",
        "observations.csv|at_most|roughly|2|exactness|one of: at_least, at_most, exact, more_than",
      })
  void aFaultIsNamedWithFileRowColumnAndExpectation(
      String file, String from, String to, int row, String column, String expectation) {
    pack.change(file, from, to == null ? "" : to);

    List<Fault> faults = pack.read().faults();

    assertThat(faults)
        .anySatisfy(fault -> {
          assertThat(fault.file()).isEqualTo(file);
          assertThat(fault.row()).isEqualTo(row);
          assertThat(fault.column()).isEqualTo(column);
          assertThat(fault.severity()).isEqualTo(Fault.Severity.ERROR);
          assertThat(fault.expectation().en()).contains(expectation);
        });
    assertThat(pack.read().pack()).isEmpty();
  }

  @Test
  void everyFaultIsNamedNotOnlyTheFirst() {
    pack.change("targets.csv", ",20,30,ge,2030-12-31", ",x,y,z,soon")
        .change("projects.csv", "building,water", "standing,sea")
        .change("observations.csv", "2025-12-31", "last year");

    PackReading reading = pack.read();

    assertThat(reading.errors()).isEqualTo(7);
    assertThat(reading.faults())
        .extracting(Fault::column)
        .containsExactly(
            "value", "value_max", "comparator", "due", "phase", "lead_bureau_id", "period_end");
  }

  @Test
  void theMessageNamesPlaceValueAndExpectationInBothLanguages() {
    Fault fault = pack.change("targets.csv", ",20,30", ",20,15").read().faults().getFirst();

    assertThat(fault.message(Locale.ENGLISH))
        .isEqualTo("targets.csv, row 2, value_max: 15 (expected: more than value (20))");
    assertThat(fault.message(Locale.SIMPLIFIED_CHINESE))
        .isEqualTo("targets.csv 第 2 行“value_max”：15（应为：大于 value（20））");
  }

  @Test
  void anUnknownColumnAndAMissingOneAreNamedAtTheHeader() {
    PackReading reading = pack.change("bureaus.csv", "name_en", "name_fr").read();

    assertThat(reading.faults())
        .filteredOn(fault -> fault.row() == 1)
        .extracting(fault -> fault.column() + ": " + fault.expectation().en())
        .containsExactlyInAnyOrder(
            "name_fr: one of: assumed, bureau_id, contacts, delegates, emails, language, languages, level,"
                + " name_en, name_zh, parent_bureau_id",
            "name_en: this column");
    assertThat(reading.faults()).hasSize(2);
  }

  @Test
  void aRulebookMayBeNamedInOneOfItsVersions() {
    String header = "plan_id,name_zh,name_en,start,end,rulebook";
    String row = "p1,规划,Plan,2026-01-01,2030-12-31,";

    assertThat(pack.write("plan.csv", header, row + "wuhan@1").read().usable()).isTrue();
    assertThat(pack.write("plan.csv", header, row + "wuhan@").read().faults())
        .extracting(fault -> fault.message(Locale.ENGLISH))
        .containsExactly(
            "plan.csv, row 2, rulebook: wuhan@ (expected: a rulebook's name such as wuhan, or one"
                + " version of it such as wuhan@1)");
  }

  @Test
  void aMissingFileIsNamed() {
    PackReading reading = pack.remove("targets.csv").read();

    assertThat(reading.faults().stream().map(fault -> fault.message(Locale.ENGLISH)))
        .contains("targets.csv: (empty) (expected: this file in the folder)");
  }

  @Test
  void contributionsAndObservationsMayBeMissing() {
    assertThat(pack.remove("contributions.csv").remove("observations.csv").read().usable())
        .isTrue();
  }

  @Test
  void brokenUtf8IsNamedWithItsRowAndBytes() {
    byte[] gbk = pack.text("bureaus.csv").getBytes(Charset.forName("GBK"));

    PackReading reading = pack.write("bureaus.csv", gbk).read();

    assertThat(reading.usable()).isFalse();
    assertThat(reading.faults())
        .filteredOn(fault -> fault.expectation().en().startsWith("UTF-8"))
        .extracting(Fault::row)
        .containsExactly(2, 3);
  }

  @Test
  void aByteOrderMarkIsNoFault() {
    String text = "\uFEFF" + pack.text("bureaus.csv");

    assertThat(pack.write("bureaus.csv", text.getBytes(StandardCharsets.UTF_8)).read().faults())
        .isEmpty();
  }

  @Test
  void windowsLineEndsAndLineBreaksInsideACellKeepTheRowNumbersRight() {
    String text =
        pack.text("bureaus.csv")
            .replace("Plan Office", "\"Plan\nOffice\"")
            .replace("water@", "water-")
            .replace(";duty@", ";");
    PackReading reading =
        pack.write("bureaus.csv", text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))
            .read();

    assertThat(reading.faults()).extracting(Fault::row).containsExactly(4);
  }

  @Test
  void quotesThatDoNotPairUpAreNamed() {
    PackReading reading = pack.change("bureaus.csv", "Water Bureau", "\"Water\" Bureau").read();

    assertThat(reading.faults())
        .anySatisfy(fault -> {
          assertThat(fault.row()).isEqualTo(3);
          assertThat(fault.expectation().en()).startsWith("quotes in pairs");
        });
  }

  @Test
  void aRowWithTooManyCellsIsNamed() {
    PackReading reading = pack.change("observations.csv", "at_most,", "at_most,,extra").read();

    assertThat(reading.faults().getFirst().message(Locale.ENGLISH))
        .isEqualTo("observations.csv, row 2: 6 (expected: 5 cells, as many as columns)");
  }

  @Test
  void anIndicatorWithoutTargetIsAWarningOnly() {
    PackReading reading =
        pack.change("targets.csv", "leakage-2030,leakage,8,,le,2030-12-31,,,\n", "").read();

    assertThat(reading.usable()).isTrue();
    assertThat(reading.faults())
        .singleElement()
        .extracting(Fault::severity)
        .isEqualTo(Fault.Severity.WARNING);
  }

  @Test
  void aTargetThatAwaitsItsSuperiorNeedsNeitherValueNorComparator() {
    assertThat(pack.change("targets.csv", "leakage,8,,le", "leakage,,,").read().faults()).isEmpty();
  }
}
