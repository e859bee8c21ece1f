package throughline.core.view;

import java.util.Optional;

/**
 * A theme as customers read it. It has no field for anything internal, so whoever draws it cannot show any.
 *
 * @param title at most 120 characters
 * @param problem at most 300 characters
 * @param isWorkedOn whether something that is marked public is under way for it
 */
public record PublicTheme(String title, Optional<String> problem, boolean isWorkedOn) {}
