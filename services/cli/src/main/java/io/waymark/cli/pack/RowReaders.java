package io.waymark.cli.pack;

import io.waymark.cli.pack.PlanPack.Bureau;
import io.waymark.cli.pack.PlanPack.Figure;
import io.waymark.cli.pack.PlanPack.Indicator;
import io.waymark.cli.pack.PlanPack.Link;
import io.waymark.cli.pack.PlanPack.Part;
import io.waymark.cli.pack.PlanPack.Plan;
import io.waymark.cli.pack.PlanPack.Point;
import io.waymark.cli.pack.PlanPack.Project;
import io.waymark.cli.pack.PlanPack.Revision;
import io.waymark.cli.pack.PlanPack.Share;
import io.waymark.cli.pack.PlanPack.Source;
import io.waymark.cli.pack.PlanPack.Target;
import io.waymark.cli.pack.PlanPack.Text;
import io.waymark.proto.indicator.v1.Comparator;
import io.waymark.proto.indicator.v1.Direction;
import io.waymark.proto.indicator.v1.Exactness;
import io.waymark.proto.indicator.v1.Measure;
import io.waymark.proto.indicator.v1.RollUpMethod;
import io.waymark.proto.indicator.v1.ShareKind;
import io.waymark.proto.indicator.v1.ShareMethod;
import io.waymark.proto.indicator.v1.Trajectory;
import io.waymark.proto.registry.v1.ContributionMode;
import io.waymark.proto.registry.v1.Phase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns a row into an item; what a cell should have held is said at once. */
final class RowReaders {
  private static final Pattern MAIL = Pattern.compile("[^\\s@;,]+@[^\\s@;,.]+(\\.[^\\s@;,.]+)+");

  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  private RowReaders() {}

  static Plan plan(Row row) {
    return new Plan(
        row.id("plan_id"),
        text(row, "name"),
        row.requiredDate("start").orElse(LocalDate.EPOCH),
        row.requiredDate("end").orElse(LocalDate.EPOCH),
        row.rulebook("rulebook"),
        row.optionalId("parent_plan_id"),
        row.text("source"),
        row.assumed());
  }

  static Bureau bureau(Row row) {
    if (row.list("emails").isEmpty()
        || !row.list("emails").stream().allMatch(mail -> MAIL.matcher(mail).matches())) {
      row.error(
          "emails",
          new Expectation("至少一个邮箱地址，用分号分隔", "at least one mail address, semicolons between"));
    }
    return new Bureau(
        row.id("bureau_id"),
        text(row, "name"),
        RegistryColumns.isCleared(row.text("parent_bureau_id"))
            ? ""
            : row.optionalId("parent_bureau_id"),
        row.list("emails"),
        RegistryColumns.isCleared(row.text("language"))
            ? ""
            : row.optionalChoice("language", Vocabulary.LANGUAGES, ""),
        RegistryColumns.bureau(row),
        RegistryColumns.cleared(row),
        row.assumed());
  }

  static Indicator indicator(Row row) {
    return new Indicator(
        row.id("indicator_id"),
        text(row, "name"),
        row.id("category"),
        text(row, "unit"),
        row.choice("measure", Vocabulary.MEASURES, Measure.MEASURE_UNSPECIFIED),
        row.choice("direction", Vocabulary.DIRECTIONS, Direction.DIRECTION_UNSPECIFIED),
        row.optionalChoice("reporting_frequency", Vocabulary.FREQUENCIES, "yearly"),
        row.id("lead_bureau_id"),
        row.optionalId("follows_indicator_id"),
        row.optionalChoice("year_to_date", Vocabulary.TRUTH, false),
        row.optionalId("reference_class"),
        source(row),
        row.assumed());
  }

  static Target target(Row row) {
    return new Target(
        row.id("target_id"),
        row.id("indicator_id"),
        row.decimal("value"),
        row.decimal("value_max"),
        comparator(row),
        row.requiredDate("due").orElse(LocalDate.EPOCH),
        row.decimal("base_value"),
        row.date("base_date"),
        row.optionalChoice("binding", Vocabulary.TRUTH, false),
        row.optionalChoice(
            "trajectory", Vocabulary.TRAJECTORIES, Trajectory.TRAJECTORY_UNSPECIFIED),
        row.text("official_text"),
        row.optionalId("serves_plan_id"),
        row.optionalId("serves_target_id"),
        row.assumed());
  }

  static Revision revision(Row row) {
    row.assumed();
    return new Revision(
        row.id("target_id"),
        row.requiredDate("effective").orElse(LocalDate.EPOCH),
        row.requiredDecimal("value"),
        row.decimal("value_max"),
        row.choice("comparator", Vocabulary.COMPARATORS, Comparator.COMPARATOR_UNSPECIFIED),
        row.requiredDate("due").orElse(LocalDate.EPOCH),
        row.required("document"),
        row.required("approver"),
        row.required("reason"));
  }

  static Part part(Row row) {
    row.assumed();
    boolean named = !row.text("part_name_zh").isEmpty() || !row.text("part_name_en").isEmpty();
    return new Part(
        row.id("indicator_id"),
        row.choice("method", Vocabulary.ROLL_UPS, RollUpMethod.ROLL_UP_METHOD_UNSPECIFIED),
        row.id("part_plan_id"),
        row.id("part_indicator_id"),
        positive(row, "weight"),
        named ? text(row, "part_name") : new Text("", ""));
  }

  static Share share(Row row) {
    row.assumed();
    boolean none = row.text("value").equals("/");
    return new Share(
        row.id("target_id"),
        row.choice("kind", Vocabulary.SHARE_KINDS, ShareKind.SHARE_KIND_UNSPECIFIED),
        row.choice("method", Vocabulary.SHARE_METHODS, ShareMethod.SHARE_METHOD_UNSPECIFIED),
        row.id("assignee"),
        none ? Optional.empty() : row.decimal("value"),
        none,
        positive(row, "weight"),
        row.decimal("tolerance"),
        row.optionalId("child_plan_id"),
        row.optionalId("child_target_id"));
  }

  private static Optional<BigDecimal> positive(Row row, String column) {
    Optional<BigDecimal> number = row.decimal(column);
    if (number.filter(n -> n.signum() <= 0).isPresent()) {
      row.error(column, new Expectation("大于零的数", "a number above 0"));
    }
    return number;
  }

  /** A target that is not numeric yet has nothing to compare with; a bare number says the least. */
  private static Comparator comparator(Row row) {
    Map<String, Comparator> words = Vocabulary.COMPARATORS;
    return row.text("value").isEmpty()
        ? row.optionalChoice("comparator", words, Comparator.COMPARATOR_EQ)
        : row.choice("comparator", words, Comparator.COMPARATOR_UNSPECIFIED);
  }

  static Project project(Row row) {
    return new Project(
        row.id("project_id"),
        text(row, "name"),
        row.id("category"),
        row.choice("phase", Vocabulary.PHASES, Phase.PHASE_UNSPECIFIED),
        row.id("lead_bureau_id"),
        row.list("supporting_bureau_ids"),
        row.date("planned_start"),
        row.date("planned_finish"),
        row.optionalChoice("reporting_frequency", Vocabulary.FREQUENCIES, "quarterly"),
        RegistryColumns.project(row),
        source(row),
        row.assumed());
  }

  static Link link(Row row) {
    boolean amount = !row.text("amount").isEmpty();
    if (!amount && !row.text("mode").isEmpty()) {
      row.error("mode", Expectation.empty("没有贡献量", "there is no amount"));
    }
    Optional<BigDecimal> number = row.decimal("amount");
    if (number.map(BigDecimal::signum).orElse(1) == 0) {
      row.error(
          "amount",
          new Expectation("不为零的数；没有贡献量则留空", "a number other than 0; empty if there is none"));
    }
    ContributionMode none = ContributionMode.CONTRIBUTION_MODE_UNSPECIFIED;
    return new Link(
        row.id("indicator_id"),
        row.id("project_id"),
        number,
        amount ? row.choice("mode", Vocabulary.MODES, none) : none,
        row.assumed());
  }

  static Point point(Row row) {
    BigDecimal percent = row.requiredDecimal("percent").orElse(BigDecimal.ZERO);
    if (percent.signum() < 0 || percent.compareTo(ALL) > 0) {
      row.error("percent", new Expectation("0 到 100 的数", "a number from 0 to 100"));
    }
    boolean named = !row.text("milestone_zh").isEmpty() || !row.text("milestone_en").isEmpty();
    return new Point(
        row.id("project_id"),
        (row.text("effective") + " " + row.text("document")).strip(),
        row.requiredDate("date").orElse(LocalDate.EPOCH),
        percent,
        named ? text(row, "milestone") : new Text("", ""),
        row.assumed());
  }

  static Figure figure(Row row) {
    return new Figure(
        row.id("indicator_id"),
        row.requiredDate("period_end").orElse(LocalDate.EPOCH),
        row.requiredDecimal("value").orElse(BigDecimal.ZERO),
        row.optionalChoice("exactness", Vocabulary.EXACTNESS, Exactness.EXACTNESS_EXACT),
        row.optionalChoice("use", Vocabulary.USES, true),
        source(row),
        row.assumed());
  }

  private static Text text(Row row, String stem) {
    return new Text(row.required(stem + "_zh"), row.required(stem + "_en"));
  }

  private static Source source(Row row) {
    return new Source(row.text("section"), row.line("source_line"), row.text("quote"));
  }
}
