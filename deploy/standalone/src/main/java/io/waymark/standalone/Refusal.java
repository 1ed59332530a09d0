package io.waymark.standalone;

/**
 * Why the standalone does not start, and what to do about it; told to the user as it stands,
 * without a stack trace.
 */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Refusal(String message) {
    super(message);
  }
}
