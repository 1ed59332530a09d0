package io.waymark.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class on a real PostgreSQL, Kafka and SMTP server: its constructor, tests and
 * {@code @BeforeAll} methods may take {@link Parts}.
 *
 * <p>Tagged {@code real-parts}, so that these can be picked: {@code .ci/containers.sh} runs some of
 * them in containers.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag("real-parts")
@ExtendWith(RealParts.class)
public @interface RealPartsTest {}
