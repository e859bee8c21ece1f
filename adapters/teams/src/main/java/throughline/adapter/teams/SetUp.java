package throughline.adapter.teams;

import io.micronaut.context.condition.Condition;
import io.micronaut.context.condition.ConditionContext;

/** Whether somebody set Teams up: an app id is given, or local clients are let in. */
final class SetUp implements Condition {
    @Override
    @SuppressWarnings("rawtypes") // The interface has it so.
    public boolean matches(ConditionContext context) {
        return context.getProperty(TeamsSettings.APP_ID, String.class)
                        .filter(id -> !id.isBlank())
                        .isPresent()
                || context.getProperty(TeamsSettings.LOCAL, String.class)
                        .filter("true"::equalsIgnoreCase)
                        .isPresent();
    }
}
