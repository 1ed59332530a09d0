package io.waymark.cli.pack;

import io.waymark.cli.pack.PlanPack.Plan;
import io.waymark.cli.pack.PlanPack.Text;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads the sheets one after the other, then lets the checks compare them. */
final class PackReader {
  private static final Plan NO_PLAN =
      new Plan("", new Text("", ""), LocalDate.EPOCH, LocalDate.EPOCH, "", "", Set.of());

  private final Path folder;
  private final Faults faults = new Faults();

  PackReader(Path folder) {
    this.folder = folder;
  }

  PackReading read() {
    Sheets sheets =
        new Sheets(
            plan(),
            entries(Sheet.BUREAUS, RowReaders::bureau),
            entries(Sheet.INDICATORS, RowReaders::indicator),
            entries(Sheet.TARGETS, RowReaders::target),
            entries(Sheet.PROJECTS, RowReaders::project),
            entries(Sheet.CONTRIBUTIONS, RowReaders::link),
            entries(Sheet.SCHEDULES, RowReaders::point),
            entries(Sheet.OBSERVATIONS, RowReaders::figure));
    new ReferenceChecks(sheets).run();
    new TargetChecks(sheets).run();
    new ScheduleChecks(sheets).run();
    Optional<PlanPack> pack = faults.errors() ? Optional.empty() : Optional.of(sheets.pack());
    return new PackReading(pack, faults.sorted());
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

  private <T> List<Entry<T>> entries(Sheet sheet, Function<Row, T> reader) {
    return Table.read(folder, sheet, faults).stream()
        .map(row -> new Entry<>(row, reader.apply(row)))
        .toList();
  }
}
