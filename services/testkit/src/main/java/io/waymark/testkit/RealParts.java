package io.waymark.testkit;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test class its {@link Parts}.
 *
 * <p>The servers start once per JVM, each when it is first asked for; a class has its own database
 * and its own topic names on them. Where they run is said by {@code
 * -Dinfra=auto|containers|embedded}.
 */
public final class RealParts implements ParameterResolver, AfterAllCallback {
  private static final Namespace NAMESPACE = Namespace.create(RealParts.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Parts.class;
  }

  @Override
  public Parts resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return classStore(context).computeIfAbsent(Parts.class, key -> newParts(context), Parts.class);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (!outermost(context).equals(context)) {
      return; // a nested class is done, its siblings are not
    }
    Parts parts = classStore(context).remove(Parts.class, Parts.class);
    if (parts != null) {
      parts.release();
    }
  }

  /** Parts that belong to all test classes of this JVM: for what is too dear to start for each. */
  public static Parts ofAll(ExtensionContext context) {
    Infrastructure shared = infrastructure(context);
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(Parts.class, key -> new Parts(shared, "all"), Parts.class);
  }

  private static Parts newParts(ExtensionContext context) {
    return new Parts(infrastructure(context), context.getRequiredTestClass().getSimpleName());
  }

  private static Infrastructure infrastructure(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(
            Infrastructure.class, key -> Infrastructure.chosen(), Infrastructure.class);
  }

  /** The store of the outermost test class, so that nested classes share its parts. */
  private static Store classStore(ExtensionContext context) {
    return outermost(context).getStore(NAMESPACE);
  }

  private static ExtensionContext outermost(ExtensionContext context) {
    ExtensionContext outermost = context;
    for (ExtensionContext above = context;
        above.getParent().isPresent();
        above = above.getParent().get()) {
      if (above.getTestClass().isPresent()) {
        outermost = above;
      }
    }
    return outermost;
  }
}
