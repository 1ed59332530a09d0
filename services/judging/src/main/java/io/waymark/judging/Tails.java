package io.waymark.judging;

/**
 * The outer quantiles of a projected figure, in the target's unit: the 90 % interval is p05 to p95,
 * the 95 % interval p025 to p975. They do not cross the inner {@link Quantiles}.
 */
public record Tails(double p025, double p05, double p95, double p975) {
  static Tails of(double known) {
    return new Tails(known, known, known, known);
  }
}
