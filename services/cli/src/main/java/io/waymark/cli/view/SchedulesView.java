package io.waymark.cli.view;

import com.google.protobuf.util.Timestamps;
import io.waymark.cli.text.Table;
import io.waymark.cli.text.Table.Align;
import io.waymark.cli.text.Table.Cell;
import io.waymark.cli.text.Tone;
import io.waymark.cli.text.Words;
import io.waymark.proto.registry.v1.ListScheduleVersionsResponse;
import io.waymark.proto.registry.v1.SchedulePoint;
import io.waymark.proto.registry.v1.ScheduleVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The versions of a project's schedule: what each says, and what it rests on. */
public final class SchedulesView {
  private final View view;
  private final Words words;
  private final ZoneId zone;

  /** For one reader. */
  public SchedulesView(View view, ZoneId zone) {
    this.view = view;
    this.words = view.words();
    this.zone = zone;
  }

  /** All versions, the one recorded last first; the one in force today is marked. */
  public String render(ListScheduleVersionsResponse reply) {
    Table table =
        new Table(
            "  ",
            Align.RIGHT,
            Align.LEFT,
            Align.LEFT,
            Align.LEFT,
            Align.LEFT,
            Align.LEFT,
            Align.LEFT);
    table.heading(
        words.get("target.version"),
        words.get("target.kind"),
        words.get("schedule.dates"),
        words.get("target.from"),
        words.get("target.documentNumber"),
        words.get("target.approvedBy"),
        words.get("target.recorded"));
    reply.getVersionsList().forEach(version -> row(table, version, reply.getInForce()));
    return table.render(view.style()) + remarks(reply);
  }

  private void row(Table table, ScheduleVersion version, int inForce) {
    boolean now = version.getVersion() == inForce;
    Tone tone = now ? Tone.STRONG : Tone.PLAIN;
    table.row(
        new Cell((now ? "● " : "") + version.getVersion(), tone),
        new Cell(words.getOr("schedule." + version.getKind().name(), "-"), tone),
        new Cell(
            View.date(version.getPlannedStart()) + " … " + View.date(version.getPlannedFinish()),
            tone),
        new Cell(
            version.getEffective().isEmpty() ? words.get("target.start") : version.getEffective(),
            tone),
        new Cell(View.date(version.getDocument()), tone),
        new Cell(View.date(version.getApprover()), tone),
        new Cell(recorded(version), tone));
  }

  private String remarks(ListScheduleVersionsResponse reply) {
    StringBuilder text = new StringBuilder();
    for (ScheduleVersion version : reply.getVersionsList()) {
      if (!version.getReason().isEmpty()) {
        text.append(words.get("target.why", version.getVersion(), version.getReason()))
            .append('\n');
      }
      for (SchedulePoint point : version.getPointsList()) {
        text.append(
                words.get(
                    "schedule.pointLine",
                    version.getVersion(),
                    point.getDate(),
                    view.figures().bare(point.getPercent(), decimals(point.getPercent()), ""),
                    words.language().of(point.getMilestone())))
            .append('\n');
      }
    }
    return text + view.faint(words.get("schedule.note")) + "\n";
  }

  private static int decimals(double percent) {
    return percent == Math.rint(percent) ? 0 : 1;
  }

  private String recorded(ScheduleVersion version) {
    Instant at = Instant.ofEpochMilli(Timestamps.toMillis(version.getRecordedAt()));
    return LocalDate.ofInstant(at, zone) + " " + version.getActor().getName();
  }
}
