package io.waymark.cli.command;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.JsonFormat;
import com.google.protobuf.util.Timestamps;
import io.waymark.cli.bulk.Meter;
import io.waymark.cli.client.Problem;
import io.waymark.cli.evaluate.FactsCollector;
import io.waymark.cli.evaluate.Window;
import io.waymark.cli.text.Words;
import io.waymark.proto.indicator.v1.BehaviourFacts;
import io.waymark.proto.indicator.v1.EvaluationKind;
import io.waymark.proto.indicator.v1.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What an evaluation is made of: occasion, both clocks, schemes, facts. */
final class EvaluationInput {
  private static final Map<String, EvaluationKind> KINDS =
      Map.of(
          "annual", EvaluationKind.EVALUATION_KIND_ANNUAL,
          "年度", EvaluationKind.EVALUATION_KIND_ANNUAL,
          "年度监测", EvaluationKind.EVALUATION_KIND_ANNUAL,
          "mid-term", EvaluationKind.EVALUATION_KIND_MID_TERM,
          "中期", EvaluationKind.EVALUATION_KIND_MID_TERM,
          "中期评估", EvaluationKind.EVALUATION_KIND_MID_TERM,
          "final", EvaluationKind.EVALUATION_KIND_FINAL,
          "总结", EvaluationKind.EVALUATION_KIND_FINAL,
          "总结评估", EvaluationKind.EVALUATION_KIND_FINAL);

  @Option(names = "--kind", paramLabel = "WORD", descriptionKey = "evaluation.opt.kind")
  private @Nullable String kind;

  @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "evaluation.opt.as-of")
  private @Nullable String asOf;

  @Option(names = "--known-at", paramLabel = "TIME", descriptionKey = "evaluation.opt.known-at")
  private @Nullable String knownAt;

  @Option(names = "--from", paramLabel = "DATE", descriptionKey = "evaluation.opt.from")
  private @Nullable String from;

  @Option(names = "--scorecard", paramLabel = "NAME", descriptionKey = "evaluation.opt.scorecard")
  private String scorecard = "";

  @Option(names = "--index", paramLabel = "NAME", descriptionKey = "evaluation.opt.index")
  private String index = "";

  @Option(names = "--facts", paramLabel = "FILE", descriptionKey = "evaluation.opt.facts")
  private @Nullable Path facts;

  @Option(names = "--no-facts", descriptionKey = "evaluation.opt.no-facts")
  private boolean noFacts;

  /**
   * What was typed.
   *
   * @param asOf empty: today
   * @param from empty: as the occasion says
   */
  record Read(EvaluationKind kind, String asOf, Optional<Instant> knownAt, String from) {
    Optional<Timestamp> knownAtStamp() {
      return knownAt.map(instant -> Timestamps.fromMillis(instant.toEpochMilli()));
    }
  }

  /** Collects no facts unless a file is named: what is asked may need none. */
  void judgementsSuffice() {
    noFacts |= facts == null;
  }

  String scorecard() {
    return scorecard;
  }

  String index() {
    return index;
  }

  /**
   * Reads what was typed; faults are left with {@code input}.
   *
   * @param needed whether occasion and date must be given
   */
  Read read(Shell shell, Input input, boolean needed) {
    String day = input.date("--as-of", asOf);
    if (needed && asOf == null) {
      input.required("--as-of", null, "expected.date");
    }
    return new Read(
        kind(input, needed),
        day,
        input.instant("--known-at", knownAt, shell.environment().zone()),
        input.date("--from", from));
  }

  private EvaluationKind kind(Input input, boolean needed) {
    if (kind == null) {
      if (needed) {
        input.required("--kind", null, "evaluation.expected.kind");
      }
      return EvaluationKind.EVALUATION_KIND_ANNUAL;
    }
    EvaluationKind found = KINDS.get(kind.strip().toLowerCase(Locale.ROOT));
    if (found == null) {
      input.fault("--kind", kind, "evaluation.expected.kind");
      return EvaluationKind.EVALUATION_KIND_ANNUAL;
    }
    return found;
  }

  /** The facts of a file, those that the services tell, or none. */
  BehaviourFacts facts(Shell shell, Session session, Read read) {
    if (noFacts) {
      return BehaviourFacts.getDefaultInstance();
    }
    return facts == null ? collected(shell, session, read) : ofFile(shell, facts);
  }

  private static BehaviourFacts collected(Shell shell, Session session, Read read) {
    Plan plan =
        session.plans().getPlansList().stream()
            .filter(one -> one.getPlanId().equals(session.planId()))
            .findFirst()
            .orElse(null);
    if (plan == null) {
      return BehaviourFacts.getDefaultInstance(); // the service will say that there is none
    }
    LocalDate day = LocalDate.parse(read.asOf().isEmpty() ? session.today() : read.asOf());
    LocalDate first =
        read.from().isEmpty() ? Window.from(read.kind(), day, plan) : LocalDate.parse(read.from());
    String told = session.plans().getZone();
    ZoneId zone = told.isEmpty() ? shell.environment().zone() : ZoneId.of(told);
    // By the services' clock, which a demo moves: nothing of today is later than its end.
    Instant endOfToday =
        LocalDate.parse(session.today()).plusDays(1).atStartOfDay(zone).toInstant();
    Window window = new Window(first, day, read.knownAt().orElse(endOfToday), zone);
    AtomicLong asked = new AtomicLong();
    try (Meter meter = Meter.on(shell.environment(), shell.words().get("meter.facts"), 1)) {
      return FactsCollector.collect(
          session.services(),
          plan,
          window,
          done -> meter.at(asked.incrementAndGet(), Math.max(done, asked.get())));
    }
  }

  private static BehaviourFacts ofFile(Shell shell, Path file) {
    Words words = shell.words();
    BehaviourFacts.Builder read = BehaviourFacts.newBuilder();
    try {
      String json = Files.readString(shell.environment().workingDirectory().resolve(file));
      JsonFormat.parser().merge(json, read);
      return read.build();
    } catch (IOException e) {
      String reason = Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
      throw Problem.usage(
          List.of(words.get("fault", "--facts", reason, words.get("evaluation.expected.facts"))),
          words.get("next.help", "waymark evaluate freeze"));
    }
  }
}
