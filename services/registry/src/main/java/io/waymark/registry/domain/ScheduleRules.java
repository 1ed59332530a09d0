package io.waymark.registry.domain;

import io.waymark.refusals.Expected;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Dates of a schedule rise, its percents never fall, and it stays within the planned dates. */
final class ScheduleRules {
  private final Faults faults;
  private final Optional<LocalDate> start;
  private final Optional<LocalDate> finish;

  ScheduleRules(Faults faults, Optional<LocalDate> start, Optional<LocalDate> finish) {
    this.faults = faults;
    this.start = start;
    this.finish = finish;
  }

  List<SchedulePoint> read(List<SchedulePointDraft> drafts) {
    List<SchedulePoint> points = new ArrayList<>(drafts.size());
    Optional<SchedulePoint> before = Optional.empty();
    for (int i = 0; i < drafts.size(); i++) {
      Optional<SchedulePoint> point =
          point(faults.at("schedule[" + i + "]"), drafts.get(i), before);
      point.ifPresent(points::add);
      before = point.or(() -> points.isEmpty() ? Optional.empty() : Optional.of(points.getLast()));
    }
    return points;
  }

  private Optional<SchedulePoint> point(
      Faults here, SchedulePointDraft draft, Optional<SchedulePoint> before) {
    Fields fields = new Fields(here);
    fields.text("milestone.zh", draft.milestone().zh(), 200);
    fields.text("milestone.en", draft.milestone().en(), 200);
    double percent = draft.percent();
    if (!(percent >= 0 && percent <= 100)) {
      here.add("percent", shown(percent), Expected.BETWEEN.with(0, 100));
    } else if (before.isPresent() && percent < before.get().percent()) {
      here.add("percent", shown(percent), Expected.NOT_BELOW_POINT.with(shown(before)));
    }
    Optional<LocalDate> date = fields.requiredDate("date", draft.date());
    date.ifPresent(day -> check(here, day, before));
    return date.map(day -> new SchedulePoint(day, percent, draft.milestone()));
  }

  private void check(Faults here, LocalDate day, Optional<SchedulePoint> before) {
    if (before.isPresent() && !day.isAfter(before.get().date())) {
      here.add("date", day.toString(), Expected.AFTER_POINT.with(before.get().date()));
    }
    if (start.isPresent() && day.isBefore(start.get())) {
      here.add("date", day.toString(), Expected.NOT_BEFORE_PLANNED_START.with(start.get()));
    }
    if (finish.isPresent() && day.isAfter(finish.get())) {
      here.add("date", day.toString(), Expected.NOT_AFTER_PLANNED_FINISH.with(finish.get()));
    }
  }

  private static String shown(Optional<SchedulePoint> point) {
    return shown(point.orElseThrow().percent());
  }

  private static String shown(double percent) {
    return percent == Math.rint(percent) && Math.abs(percent) < 1e9
        ? Long.toString((long) percent)
        : Double.toString(percent);
  }
}
