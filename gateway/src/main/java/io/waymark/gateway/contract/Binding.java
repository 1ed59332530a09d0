package io.waymark.gateway.contract;

import com.google.api.AnnotationsProto;
import com.google.api.HttpRule;
import com.google.protobuf.Descriptors.MethodDescriptor;
import java.util.Optional;
import java.util.Set;

/**
 * One REST route: a verb and a path in front of one unary method. With {@code wholeBody} every
 * field that the path does not bind comes from the body; otherwise from the query.
 */
public record Binding(MethodDescriptor method, String verb, PathTemplate path, boolean wholeBody) {

  private static final Set<String> ASKED_BY_POST =
      Set.of("waymark.indicator.v1.EvaluationService.PreviewEvaluation");

  /** The route that a method's annotation declares; empty if it has none. */
  static Optional<Binding> of(MethodDescriptor method) {
    if (!method.getOptions().hasExtension(AnnotationsProto.http)) {
      return Optional.empty();
    }
    HttpRule rule = method.getOptions().getExtension(AnnotationsProto.http);
    boolean wholeBody = rule.getBody().equals("*");
    if (method.isClientStreaming()
        || method.isServerStreaming()
        || (!wholeBody && !rule.getBody().isEmpty())) {
      throw new IllegalStateException(
          method.getFullName()
              + ": only unary methods with body \"*\" or none are served over REST");
    }
    return Optional.of(
        switch (rule.getPatternCase()) {
          case GET -> new Binding(method, "GET", PathTemplate.parse(rule.getGet()), wholeBody);
          case PUT -> new Binding(method, "PUT", PathTemplate.parse(rule.getPut()), wholeBody);
          case POST -> new Binding(method, "POST", PathTemplate.parse(rule.getPost()), wholeBody);
          case DELETE ->
              new Binding(method, "DELETE", PathTemplate.parse(rule.getDelete()), wholeBody);
          case PATCH ->
              new Binding(method, "PATCH", PathTemplate.parse(rule.getPatch()), wholeBody);
          case CUSTOM, PATTERN_NOT_SET ->
              throw new IllegalStateException(
                  method.getFullName() + ": the annotation names no known verb");
        });
  }

  /** True if it only reads, and its answer may be kept. */
  public boolean reads() {
    return verb.equals("GET");
  }

  /** True if it changes nothing: it reads, or it asks what takes more than an address holds. */
  public boolean changesNothing() {
    return reads() || ASKED_BY_POST.contains(method.getFullName());
  }
}
