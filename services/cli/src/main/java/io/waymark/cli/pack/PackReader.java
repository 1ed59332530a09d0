package io.waymark.cli.pack;

import io.waymark.cli.pack.PlanPack.Bureau;
import io.waymark.cli.pack.PlanPack.Indicator;
import io.waymark.cli.pack.PlanPack.Plan;
import io.waymark.cli.pack.PlanPack.Target;
import io.waymark.cli.pack.PlanPack.Text;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads the sheets one after the other, then lets the checks compare them. */
final class PackReader {
  private static final Plan NO_PLAN =
      new Plan("", new Text("", ""), LocalDate.EPOCH, LocalDate.EPOCH, "", "", "", Set.of());

  private final PackSource source;
  private final Faults faults = new Faults();
  private final Map<Sheet, List<Map<String, String>>> cells = new EnumMap<>(Sheet.class);

  PackReader(Path path) {
    this.source = PackSource.at(path, faults);
  }

  PackReading read() {
    Plan plan = plan();
    List<Entry<Bureau>> bureaus = entries(Sheet.BUREAUS, RowReaders::bureau);
    List<Entry<Indicator>> indicators = entries(Sheet.INDICATORS, RowReaders::indicator);
    Sheets sheets =
        new Sheets(
            plan,
            bureaus,
            indicators,
            targets(indicators.stream().map(Entry::item).toList()),
            entries(Sheet.INSTRUMENTS, RowReaders::revision),
            entries(Sheet.ROLL_UPS, RowReaders::part),
            entries(Sheet.SHARES, RowReaders::share),
            entries(Sheet.PROJECTS, RowReaders::project),
            entries(Sheet.CONTRIBUTIONS, RowReaders::link),
            entries(Sheet.SCHEDULES, RowReaders::point),
            entries(Sheet.OBSERVATIONS, RowReaders::figure),
            decided(),
            new PackCells(cells));
    new ReferenceChecks(sheets).run();
    new TargetChecks(sheets).run();
    new ScheduleChecks(sheets).run();
    new ShareChecks(sheets).run();
    new DecisionChecks(sheets).run();
    Optional<PlanPack> pack = faults.errors() ? Optional.empty() : Optional.of(sheets.pack());
    return new PackReading(pack, faults.sorted());
  }

  private Sheets.Decided decided() {
    return new Sheets.Decided(
        entries(Sheet.SCHEDULE_REVISIONS, DecisionRows::schedule),
        entries(Sheet.PHASES, DecisionRows::move),
        entries(Sheet.SUSPENSIONS, DecisionRows::stop),
        entries(Sheet.REPORTING_RULES, DecisionRows::rule));
  }

  private Plan plan() {
    List<Entry<Plan>> plans = entries(Sheet.PLAN, RowReaders::plan);
    plans.stream()
        .skip(1)
        .forEach(extra -> extra.row().error("plan_id", new Expectation("只有一个规划", "one plan only")));
    plans.forEach(PackReader::checkSpan);
    if (plans.isEmpty()) {
      faults.add(
          new Fault(
              Sheet.PLAN.file(),
              0,
              "",
              "",
              new Expectation("一行规划", "one row with the plan"),
              Fault.Severity.ERROR));
    }
    return plans.isEmpty() ? NO_PLAN : plans.getFirst().item();
  }

  private static void checkSpan(Entry<Plan> plan) {
    LocalDate start = plan.item().start();
    LocalDate end = plan.item().end();
    boolean bothKnown = !start.equals(LocalDate.EPOCH) && !end.equals(LocalDate.EPOCH);
    if (bothKnown && !end.isAfter(start)) {
      plan.row()
          .error(
              "end",
              new Expectation("晚于 start（" + start + "）", "a day after start (" + start + ")"));
    }
  }

  /** A row that says that the table has no target is kept, and is none. */
  private List<Entry<Target>> targets(List<Indicator> indicators) {
    OfficialColumn official = new OfficialColumn(indicators);
    List<Row> rows = source.rows(Sheet.TARGETS).stream().map(official::read).toList();
    keep(Sheet.TARGETS, rows);
    return rows.stream().map(row -> new Entry<>(row, RowReaders.target(row))).toList();
  }

  private <T> List<Entry<T>> entries(Sheet sheet, Function<Row, T> reader) {
    List<Row> rows = source.rows(sheet);
    keep(sheet, rows);
    return rows.stream().map(row -> new Entry<>(row, reader.apply(row))).toList();
  }

  private void keep(Sheet sheet, List<Row> rows) {
    cells.put(sheet, rows.stream().map(row -> PackCells.canonical(sheet, row.cells())).toList());
  }
}
