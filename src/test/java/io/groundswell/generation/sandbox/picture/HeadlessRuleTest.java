package io.groundswell.generation.sandbox.picture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class HeadlessRuleTest {
    private static final DescribedPredicate<JavaClass> NEED_A_DESKTOP =
            DescribedPredicate.describe("need native desktop code", type -> isDesktop(type.getBaseComponentType()));

    private static boolean isDesktop(JavaClass type) {
        boolean geometry =
                type.getPackageName().equals("java.awt.geom") || type.getName().equals("java.awt.Shape");
        return !geometry
                && (type.getName().startsWith("java.awt.") || type.getName().startsWith("javax.imageio."));
    }

    @Test
    void pictures_are_made_without_a_desktop() {
        noClasses()
                .should()
                .dependOnClassesThat(NEED_A_DESKTOP)
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.groundswell.generation.sandbox.picture"));
    }
}
