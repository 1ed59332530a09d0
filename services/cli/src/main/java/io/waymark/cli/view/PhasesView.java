package io.waymark.cli.view;

import com.google.protobuf.util.Timestamps;
import io.waymark.cli.text.Table;
import io.waymark.cli.text.Table.Align;
import io.waymark.cli.text.Table.Cell;
import io.waymark.cli.text.Tone;
import io.waymark.cli.text.Words;
import io.waymark.proto.registry.v1.ListPhaseMovesResponse;
import io.waymark.proto.registry.v1.Phase;
import io.waymark.proto.registry.v1.PhaseMove;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The phase pipeline: where a project is, and how it came there. */
public final class PhasesView {
  private final Words words;
  private final View view;
  private final ZoneId zone;

  /** For one reader. */
  public PhasesView(View view, ZoneId zone) {
    this.view = view;
    this.words = view.words();
    this.zone = zone;
  }

  /** One line: the phase it is in stands out. */
  String pipeline(Phase now) {
    List<String> phases = new ArrayList<>();
    for (Phase phase : Phase.values()) {
      if (phase != Phase.PHASE_UNSPECIFIED && phase != Phase.UNRECOGNIZED) {
        String name = word(phase);
        phases.add(phase == now ? view.strong("[" + name + "]") : name);
      }
    }
    return String.join(" → ", phases);
  }

  /** All moves, those taken back struck through. */
  public String history(ListPhaseMovesResponse reply) {
    String registered = words.get("phase.registered", word(reply.getRegistered())) + "\n";
    return reply.getMovesCount() == 0
        ? registered + words.get("phase.none") + "\n"
        : registered + table(reply.getMovesList()).render(view.style());
  }

  Table table(List<PhaseMove> moves) {
    Table table =
        new Table("  ", Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT);
    table.heading(
        words.get("phase.day"),
        words.get("phase.step"),
        words.get("phase.passedOver"),
        words.get("phase.why"),
        words.get("target.recorded"),
        words.get("phase.id"));
    moves.forEach(move -> row(table, move));
    return table;
  }

  private void row(Table table, PhaseMove move) {
    Tone tone = move.getWithdrawn() ? Tone.STRUCK : Tone.PLAIN;
    String step = word(move.getFromPhase()) + " → " + word(move.getPhase());
    String taken = move.getWithdrawn() ? step + " " + words.get("phase.withdrawn") : step;
    String why = (move.getReason() + " " + move.getApproval()).strip();
    table.row(
        new Cell(move.getDate(), tone),
        new Cell(taken, tone),
        new Cell(
            String.join(
                words.get("phase.comma"),
                move.getPassedOverList().stream().map(this::word).toList()),
            tone),
        new Cell(
            why.isEmpty() && !move.getReportId().isEmpty() ? words.get("phase.report") : why, tone),
        new Cell(recorded(move), tone),
        new Cell(move.getMoveId(), tone));
  }

  String word(Phase phase) {
    return words.getOr("phase." + phase.name(), phase.name());
  }

  private String recorded(PhaseMove move) {
    Instant at = Instant.ofEpochMilli(Timestamps.toMillis(move.getRecordedAt()));
    return LocalDate.ofInstant(at, zone) + " " + move.getActor().getName();
  }
}
