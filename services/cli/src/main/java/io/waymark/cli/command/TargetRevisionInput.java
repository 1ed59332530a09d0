package io.waymark.cli.command;

import io.waymark.proto.indicator.v1.Comparator;
import io.waymark.proto.indicator.v1.ReviseTargetRequest;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What an approved document says of a target. */
final class TargetRevisionInput {
  private static final Map<String, Comparator> COMPARATORS =
      Map.of(
          "ge", Comparator.COMPARATOR_GE,
          "gt", Comparator.COMPARATOR_GT,
          "le", Comparator.COMPARATOR_LE,
          "lt", Comparator.COMPARATOR_LT,
          "approx", Comparator.COMPARATOR_APPROX,
          "eq", Comparator.COMPARATOR_EQ);

  @Parameters(index = "0", arity = "0..1", paramLabel = "TARGET", descriptionKey = "target")
  private @Nullable String target;

  @Option(names = "--value", paramLabel = "VALUE", descriptionKey = "target.value")
  private @Nullable String value;

  @Option(names = "--value-max", paramLabel = "VALUE", descriptionKey = "target.value-max")
  private @Nullable String valueMax;

  @Option(names = "--comparator", paramLabel = "WORD", descriptionKey = "target.comparator")
  private @Nullable String comparator;

  @Option(names = "--due", paramLabel = "DATE", descriptionKey = "target.due")
  private @Nullable String due;

  @Option(names = "--document", paramLabel = "NUMBER", descriptionKey = "target.document")
  private @Nullable String document;

  @Option(names = "--approver", paramLabel = "WHO", descriptionKey = "target.approver")
  private @Nullable String approver;

  @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "target.reason")
  private @Nullable String reason;

  @Option(names = "--effective", paramLabel = "DATE", descriptionKey = "target.effective")
  private @Nullable String effective;

  @Option(names = "--key", paramLabel = "KEY", descriptionKey = "key")
  private @Nullable String key;

  /**
   * The request as far as it can be told without the services; the target as it was typed.
   *
   * @param usualReason the reason where none is given; null: one must be given
   */
  ReviseTargetRequest.Builder read(Input input, @Nullable String usualReason) {
    ReviseTargetRequest.Builder request = ReviseTargetRequest.newBuilder();
    request.setTargetId(input.required("TARGET", target, "expected.target"));
    request.setValue(
        input.decimal("--value", input.required("--value", value, "expected.decimal")));
    request.setValueMax(input.decimal("--value-max", valueMax));
    request.setComparator(comparator(input));
    request.setDue(input.date("--due", due));
    request.setDocument(input.required("--document", document, "expected.document"));
    request.setApprover(input.required("--approver", approver, "expected.approver"));
    request.setReason(
        reason == null && usualReason != null
            ? usualReason
            : input.required("--reason", reason, "expected.reason"));
    request.setEffective(
        input.date("--effective", input.required("--effective", effective, "expected.date")));
    return request.setIdempotencyKey(key == null ? "cli-" + UUID.randomUUID() : key);
  }

  private Comparator comparator(Input input) {
    if (comparator == null || comparator.isBlank()) {
      return Comparator.COMPARATOR_UNSPECIFIED;
    }
    Comparator found = COMPARATORS.get(comparator.strip().toLowerCase(Locale.ROOT));
    if (found == null) {
      input.fault("--comparator", comparator, "expected.comparator");
      return Comparator.COMPARATOR_UNSPECIFIED;
    }
    return found;
  }
}
