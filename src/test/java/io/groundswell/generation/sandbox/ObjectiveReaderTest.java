package io.groundswell.generation.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectiveReaderTest {
    private final ObjectiveReader reader = new ObjectiveReader(new Grammar());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Show developers how simple self-hosting can be                | self-hosting               | developers
            Raise awareness among developers                              |                            | developers
            Raise awareness of API design among developers                | API design                 | developers
            Generate leads for our API platform                           | the API platform           |
            Increase newsletter signups by 20%                            |                            |
            Launch our new mobile app in Europe                           | the mobile app             |
            Establish thought leadership in data privacy                  | data privacy               |
            Educate customers about zero-downtime deployments             | zero-downtime deployments  | customers
            Drive traffic to our blog                                     |                            |
            Build a community around open source observability            | open source observability  |
            Grow our audience on LinkedIn                                 |                            |
            Growing our Instagram following                               |                            |
            Position Acme as the go-to tool for API design                | API design                 |
            Announce the Q1 release                                       | the Q1 release             |
            Help parents understand screen time                           | screen time                | parents
            Get more sign-ups for the spring marathon                     | the spring marathon        |
            Promote sustainable fashion                                   | sustainable fashion        |
            Explain why testing matters                                   | testing                    |
            Become the first name people think of for wedding photography | wedding photography        |
            Our goal is to become known for handmade furniture            | handmade furniture         |
            Gardening                                                     | gardening                  |
            Growth                                                        |                            |
            Grow                                                          |                            |
            Help small teams ship faster                                  | shipping faster            | small teams
            How can we make remote work better for small teams?           | remote work                | small teams
            Why is sleep so important?                                    | sleep                      |
            Teach parents about healthy food                              | healthy food               | parents
            Teach beginners how to knit                                   | knitting                   | beginners
            Inspire people to cook at home                                | cooking                    |
            Encourage students to read more books                         | reading books              | students
            Share the joy of baking with young families                   | baking                     | young families
            Share stories about slow travel                               | slow travel                |
            Convince CTOs that self-hosting saves money                   | self-hosting               | CTOs
            Explain to customers how our API platform saves time          | the API platform           | customers
            Demonstrate how easily teams can automate releases            | automating releases        | teams
            Zero-downtime deployments for small teams                     | zero-downtime deployments  | small teams
            TEACH EVERYONE ABOUT DATA PRIVACY                             | data privacy               |
            Sell 500 tickets for the summer festival                      | the summer festival        |
            Recruit volunteers for the food bank                          | the food bank              | volunteers
            Get people excited about astronomy                            | astronomy                  |
            Keep our users informed about security updates                | security updates           | users
            Increase sales of handmade candles                            | handmade candles           |
            Get 10,000 followers by December                              |                            |
            Increase brand awareness                                      |                            |
            🚀 Launch our new bakery 🥐!                                   | the bakery                 |
            Talk about {topic}                                            |                            |
            Promote %s to everyone                                        |                            |
            Mehr Bekanntheit für Selbsthosting bei Entwicklern            |                            |
            Faire connaître notre nouvelle application                    |                            |
            Aumentar la visibilidad de nuestra marca                      |                            |
            オープンソースの良さを開発者に伝える                             |                            |
            زيادة الوعي بالبيئة                                            | زيادة الوعي بالبيئة         |
            We want to reach more people who love hiking, because last year was hard and we have to fill our groups again | hiking |
            """)
    void an_objective_names_its_subject_and_its_audience(String text, String subject, String audience) {
        // When
        Objective objective = reader.read(text);
        // Then
        assertThat(objective.subject()).isEqualTo(subject);
        assertThat(objective.audience()).isEqualTo(audience);
    }
}
