package throughline.adapter.web;

import io.micronaut.http.annotation.FilterMatcher;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Answers callers on this machine alone, however the path was spelled: {@link RouteGuard} stands before it. */
@FilterMatcher
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface LocalOnly {}
