package io.waymark.cli.view;

import com.google.protobuf.util.Timestamps;
import io.waymark.cli.text.Table;
import io.waymark.cli.text.Table.Align;
import io.waymark.cli.text.Table.Cell;
import io.waymark.cli.text.Tone;
import io.waymark.cli.text.Words;
import io.waymark.proto.indicator.v1.Instrument;
import io.waymark.proto.indicator.v1.ListTargetVersionsResponse;
import io.waymark.proto.indicator.v1.Target;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The versions of a target: what each says, and what it rests on. */
public final class TargetVersionsView {
  private final View view;
  private final Words words;
  private final ZoneId zone;

  /** For one reader. */
  public TargetVersionsView(View view, ZoneId zone) {
    this.view = view;
    this.words = view.words();
    this.zone = zone;
  }

  /** One line about a version that was just recorded. */
  public String accepted(Target target, String key) {
    Instrument by = target.getInstrument();
    return words.get(
            "target.accepted",
            target.getTargetId(),
            value(target),
            target.getVersion(),
            by.getDocument(),
            by.getEffective(),
            key)
        + "\n";
  }

  /** All versions, the one recorded last first; the one in force today is marked. */
  public String render(ListTargetVersionsResponse reply) {
    Target newest = reply.getVersions(0);
    Table table =
        new Table(
            "  ",
            Align.RIGHT,
            Align.LEFT,
            Align.RIGHT,
            Align.LEFT,
            Align.LEFT,
            Align.LEFT,
            Align.LEFT,
            Align.LEFT);
    table.heading(
        words.get("target.version"),
        words.get("target.kind"),
        words.get("figure.target"),
        words.get("target.dueDate"),
        words.get("target.from"),
        words.get("target.documentNumber"),
        words.get("target.approvedBy"),
        words.get("target.recorded"));
    reply.getVersionsList().forEach(version -> row(table, version, reply.getInForce()));
    return view.strong(newest.getTargetId()) + "\n" + table.render(view.style()) + reasons(reply);
  }

  private void row(Table table, Target target, int inForce) {
    Instrument by = target.getInstrument();
    boolean now = target.getVersion() == inForce;
    Tone tone = now ? Tone.STRONG : Tone.PLAIN;
    String version = (now ? "● " : "") + target.getVersion();
    table.row(
        new Cell(version, tone),
        new Cell(words.getOr("instrument." + by.getKind().name(), "-"), tone),
        new Cell(value(target), tone),
        new Cell(target.getDue(), tone),
        new Cell(by.getEffective().isEmpty() ? words.get("target.start") : by.getEffective(), tone),
        new Cell(View.date(by.getDocument()), tone),
        new Cell(View.date(by.getApprover()), tone),
        new Cell(recorded(by), tone));
  }

  private String reasons(ListTargetVersionsResponse reply) {
    StringBuilder text = new StringBuilder();
    for (Target target : reply.getVersionsList()) {
      String reason = target.getInstrument().getReason();
      if (!reason.isEmpty()) {
        text.append(words.get("target.why", target.getVersion(), reason)).append('\n');
      }
    }
    return text + view.faint(words.get("target.note")) + "\n";
  }

  private String value(Target target) {
    if (target.getValue().isEmpty()) {
      return words.get("figure.awaited");
    }
    String sign = words.getOr("comparator." + target.getComparator().name(), "");
    String max = target.getValueMax().isEmpty() ? "" : "–" + target.getValueMax();
    return (sign + target.getValue() + max).strip();
  }

  private String recorded(Instrument by) {
    Instant at = Instant.ofEpochMilli(Timestamps.toMillis(by.getRecordedAt()));
    return LocalDate.ofInstant(at, zone) + " " + by.getActor().getName();
  }
}
