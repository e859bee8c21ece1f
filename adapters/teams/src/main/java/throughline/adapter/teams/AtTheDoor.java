package throughline.adapter.teams;

import io.micronaut.http.annotation.FilterMatcher;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Is reached through the {@link Door} only, however the path was spelled: {@link DoorFilter} stands before it. */
@FilterMatcher
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface AtTheDoor {}
